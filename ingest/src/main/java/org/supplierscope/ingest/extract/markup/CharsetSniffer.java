package org.supplierscope.ingest.extract.markup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Set;
import java.util.stream.Collectors;

/// Guesses the charset of bytes that nobody has labelled.
///
/// Each candidate decodes the start of the page; the one that makes the most of the characters that are
/// frequent in its language wins. Bytes that are broken in every East Asian charset are Cyrillic when most
/// letters are, else western.
final class CharsetSniffer {

    private static final int SAMPLE_BYTES = 64 << 10;
    /// A charset that fails on more than one in this many characters is not the page's.
    private static final int CHARACTERS_PER_FAULT = 50;
    /// Part of the characters outside ASCII that are frequent ones in real text; a wrong decoding stays far
    /// below.
    private static final double FREQUENT_SHARE = 0.15;

    private static final String[] CANDIDATES = {
        "GB18030", "Big5-HKSCS", "windows-31j", "EUC-JP", "x-windows-949", "windows-1251", "KOI8-R"
    };
    private static final Set<Integer> FREQUENT = WordList.read("markup/frequent-characters.txt").stream()
            .flatMap(line -> line.codePoints().boxed())
            .collect(Collectors.toUnmodifiableSet());

    private CharsetSniffer() {}

    /// The likeliest charset; windows-1252 when nothing speaks for another.
    static Charset sniff(ByteBuffer bytes) {
        ByteBuffer sample = bytes.duplicate().limit(Math.min(bytes.limit(), SAMPLE_BYTES));
        double best = FREQUENT_SHARE;
        Charset chosen = Charset.forName("windows-1252");
        for (String name : CANDIDATES) {
            Charset charset = Charset.forName(name);
            double share = frequentShare(sample.duplicate(), charset);
            if (share > best) {
                best = share;
                chosen = charset;
            }
        }
        return chosen;
    }

    private static double frequentShare(ByteBuffer sample, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate(sample.remaining() * 2 + 2);
        CoderResult ignored = decoder.decode(sample, text, true);
        if (ignored.isError()) {
            return 0;
        }
        text.flip();
        int foreign = 0;
        int frequent = 0;
        int faults = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            foreign++;
            if (c == 0xFFFD) {
                faults++;
            } else if (FREQUENT.contains((int) c)) {
                frequent++;
            }
        }
        return foreign == 0 || (long) faults * CHARACTERS_PER_FAULT > foreign ? 0 : (double) frequent / foreign;
    }
}
