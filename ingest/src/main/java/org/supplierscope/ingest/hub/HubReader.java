package org.supplierscope.ingest.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateReader;
import org.supplierscope.ingest.date.DayOrder;
import org.supplierscope.ingest.date.WrittenDate;
import org.supplierscope.ingest.extract.markup.PageDecoder;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.hub.HubReading.Entry;
import org.supplierscope.ingest.hub.HubReading.Hub;
import org.supplierscope.ingest.hub.HubReading.NotAHub;

/// Reads the links to articles from a page that lists them.
///
/// Each address is weighed by itself ([LinkWeight]) and together with the others of its shape: articles of a
/// site share a shape, so those that are certain vouch for those that are not, and a shape that is mostly
/// navigation takes its single good-looking members with it.
public final class HubReader {

    /// The most articles taken from one page.
    public static final int MAX_ENTRIES = 500;

    /// Fewer links to articles are what any page has.
    private static final int FEWEST = 3;

    private static final int MOST_STEPS = 8;
    private static final int MOST_LINKS_IN_CARD = 20;

    private HubReader() {}

    /// Reads a page.
    ///
    /// @param contentType the Content-Type header; null when there was none
    /// @param address the absolute address that it was fetched from
    public static HubReading read(byte[] body, @Nullable String contentType, URI address) {
        Document document = PageParser.parse(PageDecoder.decode(body, contentType), address);
        LinkSurvey survey = LinkSurvey.of(document, address);
        Element html = document.selectFirst("html[lang]");
        surround(survey, html == null ? null : DayOrder.of(html.attr("lang")));
        List<Target> articles = new LinkWeight(survey.targets(), address).articles();
        if (articles.size() < FEWEST) {
            return new NotAHub("no list of articles: " + articles.size() + " of "
                    + survey.targets().size() + " links look like one");
        }
        List<Entry> entries =
                articles.stream().limit(MAX_ENTRIES).map(HubReader::entry).toList();
        return new Hub(entries, survey.traps(), articles.size() - entries.size());
    }

    private static Entry entry(Target target) {
        String shaped = target.shape().date();
        WrittenDate date = target.date() == null && !shaped.isEmpty() ? DateReader.read(shaped) : target.date();
        return new Entry(target.address(), target.title().isEmpty() ? null : target.title(), date);
    }

    /// Finds the card of each link: the largest element around it that holds no other address of the same
    /// shape.
    private static void surround(LinkSurvey survey, @Nullable DayOrder order) {
        List<LinkSurvey.Link> links = survey.links();
        int[] before = neighbours(links, false);
        int[] behind = neighbours(links, true);
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).inFrame() || (before[i] < 0 && behind[i] < 0)) {
                continue;
            }
            Element card = links.get(i).anchor();
            for (int step = 0; step < MOST_STEPS; step++) {
                Element parent = card.parent();
                if (parent == null
                        || survey.holds(parent, before[i])
                        || survey.holds(parent, behind[i])
                        || survey.count(parent) > MOST_LINKS_IN_CARD) {
                    break;
                }
                card = parent;
            }
            Target target = links.get(i).target();
            boolean saysMore = card.text().length() > target.title().length() + 3;
            target.surround(target.date() == null ? DateLabel.in(card, order) : null, saysMore);
        }
    }

    /// For each link the place of the next one, in one direction, that has the same shape and another address;
    /// -1 where there is none.
    private static int[] neighbours(List<LinkSurvey.Link> links, boolean forward) {
        int[] neighbours = new int[links.size()];
        Map<String, List<Integer>> lastTwo = new HashMap<>();
        for (int n = 0; n < links.size(); n++) {
            int i = forward ? links.size() - 1 - n : n;
            Target target = links.get(i).target();
            List<Integer> last = lastTwo.computeIfAbsent(target.shape().pattern(), shape -> new ArrayList<>());
            // The last place of the shape, and the last place of another address than that.
            neighbours[i] = -1;
            for (int place : last) {
                if (!links.get(place).target().equals(target)) {
                    neighbours[i] = place;
                    break;
                }
            }
            if (!last.isEmpty() && links.get(last.getFirst()).target().equals(target)) {
                last.set(0, i);
            } else {
                last.addFirst(i);
                if (last.size() > 2) {
                    last.removeLast();
                }
            }
        }
        return neighbours;
    }
}
