package org.supplierscope.analysis.mention;

import java.util.List;
import java.util.Set;
import org.supplierscope.analysis.catalogue.Caution;

/// Decides whether a name stands for its supplier, by what stands around it.
final class CompanyJudge implements NameJudge {

    private static final int LONGEST_PARENTHESIS = 40;
    private static final int HEADLINE_WORDS = 6;
    /// "with" and "from" stand small in headlines.
    private static final int HEADLINE_LONGEST = 5;
    private static final Set<String> LIST_GAPS =
            Set.of(",", "、", "and", ", and", "or", "&", "和", "与", "及", "/", "以及", "und", "や", "と");

    private final CompanySigns signs;
    private final Tickers tickers;

    CompanyJudge(CompanySigns signs, Tickers tickers) {
        this.signs = signs;
        this.tickers = tickers;
    }

    @Override
    public boolean isMeant(FoldedText text, Hit hit, List<Hit> hits, int index) {
        if (tickerBeside(text, hit) || listed(text, hit, hits, index)) {
            return true;
        }
        return hit.name().caution() == Caution.NEEDS_CONTEXT
                && (signs.around(text, hit.start(), hit.end()) || isProperNoun(text, hit) || besideNearWord(text, hit));
    }

    /// "全新(2455)" and "2455全新", but not "全新(2024)": the number must be the supplier's own.
    private boolean tickerBeside(FoldedText text, Hit hit) {
        int at = hit.end();
        while (text.at(at) == ' ' || text.at(at) == '(' || text.at(at) == '"') {
            at++;
        }
        int close = text.wordEnd(at);
        if (at - hit.end() <= 2 && isOwnCode(text, hit, at, close)) {
            return true;
        }
        int end = hit.start();
        while (end > 0 && (text.at(end - 1) == ' ' || text.at(end - 1) == ')')) {
            end--;
        }
        int from = end;
        while (from > 0 && FoldedText.isWord(text.at(from - 1))) {
            from--;
        }
        return hit.start() - end <= 2 && isOwnCode(text, hit, from, end);
    }

    private boolean isOwnCode(FoldedText text, Hit hit, int from, int to) {
        return to - from >= 4
                && Character.isDigit(text.at(from))
                && tickers.isCode(hit.supplier(), text.slice(from, to));
    }

    /// In a list of suppliers ("Lumentum, Coherent and Broadcom"; 聯亞、全新、穩懋) a word is a name like
    /// its neighbours.
    private static boolean listed(FoldedText text, Hit hit, List<Hit> hits, int index) {
        if (index > 0
                && isListGap(text, hits.get(index - 1).end(), hit.start())
                && hits.get(index - 1).isSure()) {
            return true;
        }
        return index + 1 < hits.size()
                && hits.get(index + 1).isSure()
                && isListGap(text, hit.end(), hits.get(index + 1).start());
    }

    static boolean isListGap(FoldedText text, int from, int to) {
        int gap = to - from;
        return gap >= 1 && gap <= 6 && LIST_GAPS.contains(text.slice(from, to).strip());
    }

    /// A word with a capital in mid-sentence, among words without: headlines, other names and
    /// languages in which every noun has one aside, a proper noun.
    private boolean isProperNoun(FoldedText text, Hit hit) {
        if (isOfSeveralCapitals(text, hit)) {
            return true;
        }
        int length = hit.end() - hit.start();
        if (length < 5 || !FoldedText.isWord(text.at(hit.start())) || startsSentence(text, hit.start())) {
            return false;
        }
        String before = Neighbours.wordBefore(text, hit.start());
        int from = text.original().lastIndexOf(' ', Math.max(0, hit.start() - 2)) + 1;
        int next = text.at(hit.end()) == ' ' ? hit.end() + 1 : hit.end();
        return before.length() > 1
                && (isLower(text, from) || before.equals("at") && isRunningText(text, hit.end()))
                && !isUpper(text, next)
                && !signs.isNounLanguage(text, hit.start());
    }

    /// "Lens Technology of Changsha filed": a later word of the name with a capital, in running
    /// text.
    private static boolean isOfSeveralCapitals(FoldedText text, Hit hit) {
        int space = text.slice(hit.start(), hit.end()).indexOf(' ');
        return space > 0
                && FoldedText.isWord(text.at(hit.start()))
                && isUpper(text, hit.start() + space + 1)
                && isRunningText(text, hit.end());
    }

    /// Whether one of the words that follow is longer than the small words of a headline and has
    /// no capital.
    private static boolean isRunningText(FoldedText text, int end) {
        int at = end;
        for (int words = 0; words < HEADLINE_WORDS && at < text.length() && text.at(at) != '\n'; ) {
            int close = text.wordEnd(at);
            if (close - at >= HEADLINE_LONGEST && isLower(text, at)) {
                return true;
            }
            words += close > at ? 1 : 0;
            at = Math.max(close, at + 1);
        }
        return false;
    }

    private static boolean isLower(FoldedText text, int offset) {
        return offset < text.length() && Character.isLowerCase(text.original().charAt(offset));
    }

    private static boolean isUpper(FoldedText text, int offset) {
        return offset < text.length() && Character.isUpperCase(text.original().charAt(offset));
    }

    private static boolean besideNearWord(FoldedText text, Hit hit) {
        boolean acronym = hit.end() - hit.start() < 5
                && text.original().substring(hit.start(), hit.end()).chars().allMatch(Character::isUpperCase);
        boolean verbless = !Neighbours.wordAfter(text, hit.end()).endsWith("s");
        if (FoldedText.isWord(text.at(hit.start())) && !acronym && verbless && startsSentence(text, hit.start())) {
            return false;
        }
        return Neighbours.isNearOwnWord(text, hit);
    }

    private static boolean startsSentence(FoldedText text, int start) {
        int at = start - 1;
        while (text.at(at) == ' ' || text.at(at) == '"') {
            at--;
        }
        return ".!?:\n".indexOf(text.at(at)) >= 0;
    }

    /// Where a mention ends, its legal form and a code in parentheses included.
    @Override
    public int absorb(FoldedText text, Hit hit) {
        int end = hit.end();
        while (true) {
            int next = end;
            while (text.at(next) == ',' || text.at(next) == '.' || text.at(next) == ' ') {
                next++;
            }
            int close = text.wordEnd(next);
            if (next - end > 3
                    || close == next
                    || !isUpper(text, next)
                    || !signs.isLegalForm(text.slice(next, close))) {
                break;
            }
            end = close;
        }
        if (end > hit.end() && text.at(end) == '.' && text.at(end + 1) != '\n' && isLegalDot(text, end)) {
            end++;
        }
        return afterParenthesis(text, end);
    }

    private static boolean isLegalDot(FoldedText text, int end) {
        int next = end + 1;
        return text.at(next) == ','
                || text.at(next) == ')'
                || (text.at(next) == ' ' && next + 1 < text.length() && !isUpper(text, next + 1));
    }

    private static int afterParenthesis(FoldedText text, int end) {
        int at = text.at(end) == ' ' ? end + 1 : end;
        if (text.at(at) != '(') {
            return end;
        }
        boolean code = false;
        for (int i = at + 1; i < at + LONGEST_PARENTHESIS; i++) {
            char c = text.at(i);
            if (c == ')') {
                return code ? i + 1 : end;
            }
            if (c == '\n') {
                return end;
            }
            code |= Character.isDigit(c) || c == ':';
        }
        return end;
    }

    @Override
    public List<Mention> tidied(FoldedText text, List<Mention> found) {
        return ShortForms.joined(text, ShortForms.renamed(text, found));
    }
}
