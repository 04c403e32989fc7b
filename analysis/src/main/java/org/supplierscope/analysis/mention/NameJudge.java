package org.supplierscope.analysis.mention;

import java.util.List;
import java.util.Set;
import org.supplierscope.analysis.catalogue.Caution;
import org.supplierscope.analysis.catalogue.SupplierName;

/// Decides whether a name stands for its supplier, by its spelling and by what stands around it.
final class NameJudge {

    private static final int LONGEST_PARENTHESIS = 40;

    private final CompanySigns signs;

    NameJudge(CompanySigns signs) {
        this.signs = signs;
    }

    /// Whether spelling and neighbours allow the name at all.
    boolean isSpelled(FoldedText text, int start, int end, SupplierName name) {
        String written = text.original().substring(start, end);
        if (name.caution() == Caution.FREE) {
            return true;
        }
        if (!FoldedText.isHan(text.at(start)) && !sameLetters(written, name.text())) {
            return false;
        }
        return !vetoed(text, start, end, name);
    }

    private static boolean sameLetters(String written, String name) {
        for (int i = 0; i < name.length(); i++) {
            char a = written.charAt(i);
            char b = name.charAt(i);
            if (Character.isLetterOrDigit(b) && a != b) {
                return false;
            }
        }
        return true;
    }

    private static boolean vetoed(FoldedText text, int start, int end, SupplierName name) {
        return startsWithAny(text, end, name.unlessBefore()) || endsWithAny(text, start, name.unlessAfter());
    }

    private static boolean startsWithAny(FoldedText text, int end, Set<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String next = CompanySigns.wordAfter(text, end);
        for (String word : words) {
            boolean han = !FoldedText.isWord(word.charAt(0)) || FoldedText.isHan(word.charAt(0));
            if (han
                    ? text.slice(end, Math.min(end + word.length(), text.length()))
                            .equals(word)
                    : word.equals(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(FoldedText text, int start, Set<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String previous = CompanySigns.wordBefore(text, start);
        for (String word : words) {
            boolean han = FoldedText.isHan(word.charAt(0));
            if (han ? text.slice(Math.max(0, start - word.length()), start).equals(word) : word.equals(previous)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a wary or short name means its supplier by signs in the text.
    boolean isCompany(FoldedText text, Hit hit, List<Hit> hits, int index) {
        if (tickerFollows(text, hit.end()) || listed(text, hit, hits, index)) {
            return true;
        }
        if (hit.name().caution() != Caution.WARY) {
            return false;
        }
        return signs.around(text, hit.start(), hit.end()) || isProperNoun(text, hit) || besideNearWord(text, hit);
    }

    private static boolean tickerFollows(FoldedText text, int end) {
        int at = text.at(end) == ' ' ? end + 1 : end;
        if (text.at(at) != '(') {
            return false;
        }
        int digits = at + 1;
        while (Character.isDigit(text.at(digits))) {
            digits++;
        }
        return digits - at > 4 && digits - at <= 7;
    }

    /// In a list of suppliers ("Lumentum, Coherent and Broadcom"; 聯亞、全新、穩懋) a word is a name like its
    /// neighbours.
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

    private static boolean isListGap(FoldedText text, int from, int to) {
        int gap = to - from;
        if (gap < 1 || gap > 6) {
            return false;
        }
        return switch (text.slice(from, to).strip()) {
            case ",", "\u3001", "and", ", and", "or", "&", "\u548C", "\u4E0E", "\u53CA", "/", "\u4EE5\u53CA" -> true;
            default -> false;
        };
    }

    /// A word with a capital in mid-sentence, among words without: headlines and other names aside, a proper
    /// noun.
    private static boolean isProperNoun(FoldedText text, Hit hit) {
        int length = hit.end() - hit.start();
        if (length < 5 || FoldedText.isHan(text.at(hit.start())) || startsSentence(text, hit.start())) {
            return false;
        }
        String before = CompanySigns.wordBefore(text, hit.start());
        int from = text.original().lastIndexOf(' ', Math.max(0, hit.start() - 2)) + 1;
        int next = text.at(hit.end()) == ' ' ? hit.end() + 1 : hit.end();
        return before.length() > 1
                && isLower(text, from)
                && !(next < text.length()
                        && Character.isUpperCase(text.original().charAt(next)));
    }

    private static boolean isLower(FoldedText text, int offset) {
        return offset < text.length() && Character.isLowerCase(text.original().charAt(offset));
    }

    private static boolean besideNearWord(FoldedText text, Hit hit) {
        boolean acronym = hit.end() - hit.start() < 5
                && text.original().substring(hit.start(), hit.end()).chars().allMatch(Character::isUpperCase);
        boolean verbless = !CompanySigns.wordAfter(text, hit.end()).endsWith("s");
        if (!FoldedText.isHan(text.at(hit.start())) && !acronym && verbless && startsSentence(text, hit.start())) {
            return false;
        }
        for (String word : hit.name().near()) {
            if (contains(text, word, hit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsSentence(FoldedText text, int start) {
        int at = start - 1;
        while (text.at(at) == ' ' || text.at(at) == '"') {
            at--;
        }
        return ".!?:\n".indexOf(text.at(at)) >= 0;
    }

    /// Whether the word stands within some hundred characters of the name: a paragraph or two.
    private static boolean contains(FoldedText text, String word, Hit hit) {
        int reach = 400;
        int to = Math.min(text.length(), hit.end() + reach) - word.length();
        for (int at = Math.max(0, hit.start() - reach); at <= to; at++) {
            if (text.at(at) == word.charAt(0)
                    && text.isWhole(at, at + word.length())
                    && text.slice(at, at + word.length()).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /// Where a mention ends, its legal form, a code in parentheses and the word after a Chinese name included.
    int absorb(FoldedText text, Hit hit) {
        int end = hit.end();
        while (true) {
            int next = end;
            while (text.at(next) == ',' || text.at(next) == '.' || text.at(next) == ' ') {
                next++;
            }
            int close = text.wordEnd(next);
            boolean capital = next < text.length()
                    && Character.isUpperCase(text.original().charAt(next));
            if (next - end > 3 || close == next || !capital || !signs.isLegalForm(text.slice(next, close))) {
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
                || (text.at(next) == ' '
                        && next + 1 < text.length()
                        && !Character.isUpperCase(text.original().charAt(next + 1)));
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
}
