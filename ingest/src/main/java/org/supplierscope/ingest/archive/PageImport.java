package org.supplierscope.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.supplierscope.ingest.archive.RecordReading.Kind;
import org.supplierscope.ingest.archive.WarcFile.Found;

/// Puts the pages of an archive file where extraction finds them, in the order of the file, each with its own
/// date.
///
/// Now and then it makes sure that everything handed on is safe, and then says how far it has come: an import
/// that is stopped goes on from there. What was handed on after that comes twice, which does no harm, since an
/// article is published once for each content.
public final class PageImport {

    private static final int PAGES_BETWEEN = 200;
    private static final Duration TIME_BETWEEN = Duration.ofSeconds(5);

    private final RecordReader reader;
    private final KnownSites sites;
    private final Clock clock;

    /// @param sites which source a page belongs to
    /// @param clock tells which dates lie in the future
    public PageImport(KnownSites sites, Clock clock) {
        this.reader = new RecordReader(clock);
        this.sites = sites;
        this.clock = clock;
    }

    /// Where pages go.
    public interface Sink {

        /// Hands on a page; it may be safe only after [#flush].
        ///
        /// @throws IOException when it cannot be stored
        void store(CapturedPage page) throws IOException;

        /// Waits until all pages handed on are safe.
        ///
        /// @throws IOException when one of them could not be stored
        void flush() throws IOException;
    }

    /// Who is told how it goes.
    public interface Listener {

        /// Something is broken; the import goes on behind it.
        ///
        /// @param reason for people
        void broken(Place place, String reason);

        /// How far it has come, now and then.
        ///
        /// @param size of the file in bytes
        void progress(Place place, long size, ImportTally tally);

        /// Everything before a place is safe.
        ///
        /// @throws IOException when that cannot be noted
        void safe(Place place) throws IOException;
    }

    /// Imports a file, or the rest of it.
    ///
    /// @param from [Place#START], or a place that was told to be safe
    /// @throws IOException when the file cannot be read or the pages cannot be stored
    public ImportTally run(Path file, Place from, Sink sink, Listener listener) throws IOException {
        var tally = new ImportTally();
        try (WarcFile archive = WarcFile.open(file, from)) {
            int unsafe = 0;
            var lastSafe = clock.instant();
            while (true) {
                Found found = archive.next();
                listener.progress(found.place(), archive.size(), tally);
                if (unsafe >= PAGES_BETWEEN || clock.instant().isAfter(lastSafe.plus(TIME_BETWEEN))) {
                    sink.flush();
                    listener.safe(found.place());
                    unsafe = 0;
                    lastSafe = clock.instant();
                }
                switch (found) {
                    case Found.Whole whole -> unsafe += take(whole, sink, listener, tally);
                    case Found.TooLarge _ -> tally.passedOver(Kind.TOO_LARGE);
                    case Found.Broken broken -> {
                        tally.passedOver(Kind.BROKEN);
                        listener.broken(broken.place(), broken.reason());
                    }
                    case Found.End end -> {
                        sink.flush();
                        listener.safe(end.place());
                        return tally;
                    }
                }
            }
        }
    }

    private int take(Found.Whole whole, Sink sink, Listener listener, ImportTally tally) throws IOException {
        switch (reader.read(whole)) {
            case RecordReading.Page(CapturedPage page) -> {
                sink.store(sites.placed(page));
                tally.page(sites.knows(page));
                return 1;
            }
            case RecordReading.PassedOver passedOver -> {
                tally.passedOver(passedOver.kind());
                if (passedOver.kind().amiss()) {
                    listener.broken(whole.place(), String.valueOf(passedOver.reason()));
                }
                return 0;
            }
        }
    }
}
