package org.supplierscope.analysis.mention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supplierscope.analysis.published.Prominence;

/// Tells which suppliers a text is about and which it only names, by where and how often it names
/// them.
///
/// Each mention weighs: at the front of the title four, elsewhere in it two, at the front of a
/// sentence two, elsewhere one; nothing in a list of [#LIST] or more suppliers, and nothing as
/// somebody's customer, rival or example. A text is about the supplier of most weight, and about
/// every other with at least two and [#SHARE] of that, or with four. The weights are chosen, not
/// fitted: a title or a first sentence is enough, one passing mention is not.
public final class Prominences {

    private static final int TITLE_FRONT = 4;
    private static final int TITLE = 2;
    private static final int FRONT = 2;
    private static final int ENOUGH = 2;
    private static final double SHARE = 0.4;
    /// So many suppliers in a row are a list of examples.
    private static final int LIST = 4;
    /// A name within so many characters of the beginning stands at the front.
    private static final int FRONT_CHARACTERS = 12;

    private static final Set<String> ASIDE = Set.of(
            "customer",
            "customers",
            "client",
            "clients",
            "rival",
            "rivals",
            "competitor",
            "competitors",
            "peers",
            "like",
            "as",
            "including",
            "versus",
            "vs",
            "unlike",
            "kunden",
            "kunde",
            "konkurrenten",
            "wie");

    private static final List<String> ASIDE_HAN =
            List.of("客户", "对手", "同业", "例如", "包括", "包含", "竞争者", "顾客", "供应链", "取引先", "競合");

    private Prominences() {}

    /// The prominence of every supplier that is mentioned.
    ///
    /// @param text title, line feed, body
    /// @param titleEnd offset after the title
    /// @param mentions all of the text, in order
    public static Map<String, Prominence> of(FoldedText text, int titleEnd, List<Mention> mentions) {
        Map<String, Integer> weights = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            weights.merge(mention.supplier(), weight(text, titleEnd, mentions, i), Integer::sum);
        }
        int most = weights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        double enough = Math.min(SHARE * most, TITLE_FRONT);
        Map<String, Prominence> result = new HashMap<>();
        weights.forEach((supplier, weight) -> {
            boolean subject = weight > 0 && weight == most || weight >= ENOUGH && weight >= enough;
            result.put(supplier, subject ? Prominence.SUBJECT : Prominence.NAMED);
        });
        return result;
    }

    private static int weight(FoldedText text, int titleEnd, List<Mention> mentions, int index) {
        Mention mention = mentions.get(index);
        if (isInList(text, mentions, index) || isAside(text, mention.start())) {
            return 0;
        }
        boolean front = isFront(text, mention.start());
        if (mention.start() < titleEnd) {
            return front ? TITLE_FRONT : TITLE;
        }
        return front ? FRONT : 1;
    }

    private static boolean isFront(FoldedText text, int start) {
        int reach = Math.max(0, start - FRONT_CHARACTERS);
        for (int at = start - 1; at >= reach; at--) {
            char c = text.at(at);
            if (".!?\n。！？".indexOf(c) >= 0) {
                return true;
            }
            if (",;:，；".indexOf(c) >= 0) {
                return false;
            }
        }
        return reach == 0;
    }

    private static boolean isInList(FoldedText text, List<Mention> mentions, int index) {
        int from = index;
        while (from > 0
                && index - from < LIST
                && CompanyJudge.isListGap(
                        text, mentions.get(from - 1).end(), mentions.get(from).start())) {
            from--;
        }
        int to = index;
        while (to + 1 < mentions.size()
                && to - index < LIST
                && CompanyJudge.isListGap(
                        text, mentions.get(to).end(), mentions.get(to + 1).start())) {
            to++;
        }
        Set<String> members = new HashSet<>();
        for (Mention member : mentions.subList(from, to + 1)) {
            members.add(member.supplier());
        }
        return members.size() >= LIST;
    }

    private static boolean isAside(FoldedText text, int start) {
        if (ASIDE.contains(Neighbours.wordBefore(text, start))) {
            return true;
        }
        for (String word : ASIDE_HAN) {
            if (text.slice(Math.max(0, start - word.length()), start).equals(word)) {
                return true;
            }
        }
        return false;
    }
}
