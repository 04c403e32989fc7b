package org.supplierscope.ingest.extract.markup;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/// The charset that a label on the web means, which is often a superset of the one that it names
/// (<https://encoding.spec.whatwg.org/#names-and-labels>).
public final class CharsetLabels {

    private CharsetLabels() {}

    /// The charset, or nothing when this machine knows none of the name. UTF-16 labels in readable ASCII are
    /// wrong and mean UTF-8.
    ///
    /// @param label in lower case
    public static Optional<Charset> charset(String label) {
        String name = switch (label) {
            case "gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "chinese", "gb18030" -> "GB18030";
            case "big5", "big5-hkscs", "x-x-big5", "cn-big5", "big-5" -> "Big5-HKSCS";
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932" -> "windows-31j";
            case "euc-kr", "ks_c_5601-1987", "ksc5601", "windows-949", "korean", "cp949" -> "x-windows-949";
            case "iso-8859-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252", "x-cp1252" -> "windows-1252";
            case "tis-620", "iso-8859-11", "windows-874" -> "x-windows-874";
            case "iso-8859-9", "windows-1254" -> "windows-1254";
            case "utf8", "utf-8", "unicode", "utf-16", "utf-16le", "utf-16be" -> "UTF-8";
            default -> label;
        };
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
