package org.supplierscope.deploy.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How far a command has come, on standard error: one line that changes on a terminal, a line now and then
/// elsewhere.
final class ProgressLine {

    private static final int BAR = 24;

    private final PrintWriter err;
    private final boolean terminal;
    private final long between;
    private long last;
    private boolean shown;

    ProgressLine(PrintWriter err) {
        this.err = err;
        this.terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        this.between = (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(30)).toNanos();
        this.last = System.nanoTime();
    }

    /// Shows how far it has come, if that was not done a moment ago.
    ///
    /// @param what is worked on
    /// @param told what has been done, such as a count
    void show(String what, long done, long all, String told) {
        long now = System.nanoTime();
        if (now - last < between) {
            return;
        }
        last = now;
        double share = all <= 0 ? 1 : Math.clamp((double) done / all, 0, 1);
        int full = (int) (share * BAR);
        String bar = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
        String line = String.format(Locale.ROOT, "%s %s %3.0f %%  %s", what, bar, share * 100, told);
        if (terminal) {
            err.print("\r" + line + "\u001b[K");
            shown = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    /// Prints a line of its own, below which the progress goes on.
    void print(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    /// Takes the line away.
    void clear() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
            shown = false;
        }
    }
}
