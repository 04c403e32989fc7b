package org.supplierscope.analysis.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Market;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.catalogue.Ticker;

/// Recognises stock codes: 3008.TW, 3008-TW, 3008 TT, (TWSE: 3008), NASDAQ: COHR, $COHR,
/// 股票代號3008. The exchange must be one of the market of the ticker: 2382 is one firm in Hong Kong
/// and another in Taiwan. A bare code is none: 3008 may be a number and LITE a word.
final class Tickers {

    private static final int LONGEST_CODE = 6;
    private static final int SHORTEST_NUMBER = 4;
    private static final int REACH = 14;

    /// Words before a code that name no exchange, in folded form.
    private static final Set<String> ANY_MARKET = Set.of(
            "code",
            "ticker",
            "symbol",
            "\u4EE3\u53F7",
            "\u4EE3\u7801",
            "\u80A1\u53F7",
            "\u80A1\u7968\u4EE3\u53F7",
            "\u80A1\u7968\u4EE3\u7801",
            "\u8BC1\u5238\u4EE3\u53F7",
            "\u8BC1\u5238\u4EE3\u7801",
            "\u8BC1\u5238\u30B3\u30FC\u30C9");

    private final Map<String, List<Listing>> listings = new HashMap<>();

    private record Listing(String supplier, Ticker ticker) {}

    Tickers(List<Supplier> suppliers) {
        for (Supplier supplier : suppliers) {
            for (Ticker ticker : supplier.tickers()) {
                listings.computeIfAbsent(ticker.code().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(new Listing(supplier.id(), ticker));
            }
        }
    }

    /// The code that begins at an offset, or null.
    @Nullable
    Mention at(FoldedText text, int start) {
        int end = text.wordEnd(start);
        if (end == start || end - start > LONGEST_CODE || FoldedText.isWord(text.at(start - 1))) {
            return null;
        }
        for (Listing listing : listings.getOrDefault(text.slice(start, end), List.of())) {
            int close = suffixEnd(text, start, end, listing.ticker().market());
            if (close > 0) {
                return new Mention(listing.supplier(), start, close);
            }
            boolean dollar = text.at(start - 1) == '$'
                    && listing.ticker().market() == Market.UNITED_STATES
                    && isUpper(text, start);
            if (dollar || afterExchange(text, start, listing.ticker().market())) {
                return new Mention(listing.supplier(), start, end);
            }
        }
        return null;
    }

    /// Whether a word is a code of a supplier.
    boolean isCode(String supplier, String word) {
        return listings.getOrDefault(word, List.of()).stream()
                .anyMatch(listing -> listing.supplier().equals(supplier));
    }

    /// Offset after a suffix such as ".TW", or 0.
    private static int suffixEnd(FoldedText text, int start, int end, Market market) {
        if (text.at(end) != '.' && text.at(end) != ' ') {
            return 0;
        }
        int close = text.wordEnd(end + 1);
        boolean number = Character.isDigit(text.at(start)) && end - start >= SHORTEST_NUMBER;
        boolean tied = text.at(end) == '.' || text.original().charAt(end) == '-' || isUpper(text, end + 1);
        boolean word = isUpper(text, start) && text.at(end) == '.' && isUpper(text, end + 1);
        return (number && tied || word) && close > end + 1 && market.isSuffix(text.slice(end + 1, close)) ? close : 0;
    }

    private static boolean afterExchange(FoldedText text, int start, Market market) {
        int end = start;
        while (end > 0
                && start - end < 3
                && (text.at(end - 1) == ' ' || text.at(end - 1) == ':' || text.at(end - 1) == '.')) {
            end--;
        }
        boolean apart = end < start;
        int from = end;
        while (from > 0
                && end - from < REACH
                && (FoldedText.isWord(text.at(from - 1))
                        || FoldedText.isHan(text.at(from - 1))
                        || FoldedText.isKatakana(text.at(from - 1)))) {
            from--;
        }
        String word = text.slice(from, end);
        if (FoldedText.isHan(text.at(end - 1)) || FoldedText.isKatakana(text.at(end - 1))) {
            return ANY_MARKET.stream().anyMatch(word::endsWith);
        }
        // "Code: COHR" and "NASDAQ COHR", but neither "code lite" nor "the otc 3008".
        boolean colon = text.slice(end, start).indexOf(':') >= 0;
        return apart
                && (ANY_MARKET.contains(word) && colon
                        || market.isExchange(word) && (colon || isUpper(text, from) && isUpperOrDigit(text, start)));
    }

    private static boolean isUpperOrDigit(FoldedText text, int offset) {
        return isUpper(text, offset) || Character.isDigit(text.at(offset));
    }

    private static boolean isUpper(FoldedText text, int offset) {
        return offset < text.length() && Character.isUpperCase(text.original().charAt(offset));
    }
}
