package org.supplierscope.analysis.mention;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Supplier;

/// Recognises stock codes: 3008.TW, 3008-TW, (TWSE: 3008), NASDAQ: COHR, $COHR. A bare code is none: 3008 may
/// be a number and LITE a word.
final class Tickers {

    private static final int LONGEST_NUMBER = 6;
    private static final int SHORTEST_NUMBER = 4;
    private static final int REACH = 14;
    private static final Set<String> SUFFIXES =
            Set.of("tw", "two", "tt", "hk", "sz", "ss", "sh", "ks", "kq", "t", "jp", "kr", "l", "pa", "as", "de", "st");
    private static final Set<String> EXCHANGES = Set.of(
            "twse",
            "tpe",
            "tpex",
            "tse",
            "tai",
            "two",
            "hkg",
            "hkex",
            "sehk",
            "szse",
            "she",
            "sse",
            "shse",
            "sha",
            "krx",
            "kospi",
            "kosdaq",
            "tyo",
            "otc",
            "nasdaq",
            "nyse",
            "tsx",
            "tsxv",
            "lon",
            "lse",
            "epa",
            "ams",
            "etr",
            "sto",
            "code",
            "\u4EE3\u53F7",
            "\u4EE3\u7801",
            "\u80A1\u53F7",
            "\u80A1\u7968\u4EE3\u53F7",
            "\u8BC1\u5238\u4EE3\u7801");

    private final Map<String, String> suppliers = new HashMap<>();

    Tickers(Catalogue catalogue) {
        for (Supplier supplier : catalogue.suppliers()) {
            for (String ticker : supplier.tickers()) {
                int dot = ticker.indexOf('.');
                String code = (dot < 0 ? ticker : ticker.substring(0, dot)).toLowerCase(Locale.ROOT);
                suppliers.put(code, supplier.id());
            }
        }
    }

    /// The code that begins at an offset, or null.
    @Nullable
    Mention at(FoldedText text, int start) {
        int end = text.wordEnd(start);
        if (end == start || end - start > LONGEST_NUMBER || FoldedText.isWord(text.at(start - 1))) {
            return null;
        }
        String supplier = suppliers.get(text.slice(start, end));
        if (supplier == null) {
            return null;
        }
        if (text.at(end) == '.' || text.at(end) == ' ') {
            int close = text.wordEnd(end + 1);
            boolean numeric = Character.isDigit(text.at(start)) && end - start >= SHORTEST_NUMBER;
            boolean tied = text.at(end) == '.'
                    || text.original().charAt(end) == '-'
                    || Character.isUpperCase(text.original().charAt(Math.min(end + 1, text.length() - 1)));
            if (numeric && tied && close > end + 1 && SUFFIXES.contains(text.slice(end + 1, close))) {
                return new Mention(supplier, start, close);
            }
        }
        return text.at(start - 1) == '$' || afterExchange(text, start) ? new Mention(supplier, start, end) : null;
    }

    private static boolean afterExchange(FoldedText text, int start) {
        int end = start;
        while (end > 0
                && start - end < 3
                && (text.at(end - 1) == ' ' || text.at(end - 1) == ':' || text.at(end - 1) == '.')) {
            end--;
        }
        if (end == start) {
            return false;
        }
        int from = end;
        while (from > 0
                && end - from < REACH
                && (FoldedText.isWord(text.at(from - 1)) || FoldedText.isHan(text.at(from - 1)))) {
            from--;
        }
        return EXCHANGES.contains(text.slice(from, end));
    }
}
