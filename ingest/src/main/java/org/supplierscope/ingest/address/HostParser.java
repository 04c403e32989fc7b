package org.supplierscope.ingest.address;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The host of an address (WHATWG URL Standard, section 3.5): names in ASCII, IPv4 in whatever digits as four
/// decimal numbers, IPv6 in its short form.
final class HostParser {

    /// Nothing that delimits the parts of an address.
    private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

    private static final int DELETE = 0x7f;

    /// UTS 46 as browsers have it: not transitional, since ß and the joiners are letters of their own.
    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /// What browsers leave to the look-up of the name: lengths and the places of hyphens.
    private static final Set<IDNA.Error> FORGIVEN = EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);

    private HostParser() {}

    /// The host as it is written in an address; null when it is none.
    ///
    /// @param special whether the scheme is one of the web's, whose hosts are names or numbers of the network
    static @Nullable String parse(String text, boolean special) {
        if (text.startsWith("[")) {
            return text.endsWith("]") ? Ipv6Text.normalised(text.substring(1, text.length() - 1)) : null;
        }
        if (!special) {
            boolean forbidden = text.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0);
            return forbidden ? null : PercentSet.CONTROL.write(text);
        }
        String name = ascii(PercentSet.decoded(text));
        if (name == null || name.isEmpty() || name.chars().anyMatch(HostParser::isForbiddenInNames)) {
            return null;
        }
        return Ipv4Text.endsInNumber(name) ? Ipv4Text.normalised(name) : name;
    }

    private static boolean isForbiddenInNames(int c) {
        return FORBIDDEN.indexOf(c) >= 0 || c < 0x20 || c == '%' || c == DELETE;
    }

    /// A name that is ASCII already is looked up as it stands, even where its `xn--` part is broken.
    private static @Nullable String ascii(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT);
        }
        var info = new IDNA.Info();
        String ascii = NAMES.nameToASCII(name, new StringBuilder(), info).toString();
        return FORGIVEN.containsAll(info.getErrors()) ? ascii : null;
    }
}
