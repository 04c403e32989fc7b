package org.supplierscope.ingest.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.address.Site;

/// The links of a page to its own site, joined by address, in one walk.
final class LinkSurvey implements NodeVisitor {

    /// Beyond this many links a page is no list for readers.
    static final int MAX_LINKS = 5_000;

    private static final Set<String> FRAMES = Set.of("nav", "footer", "dialog");
    private static final Set<String> FRAME_ROLES =
            Set.of("navigation", "contentinfo", "menu", "menubar", "search", "dialog");
    private static final Pattern NO_PAGE = Pattern.compile(
            "(?i)\\.(?:pdf|jpe?g|png|gif|webp|svg|mp[34]|zip|gz|docx?|xlsx?|pptx?|xml|rss|atom|json|css|js|ics|epub|apk)$");
    private static final Pattern NAME_BREAK = Pattern.compile("[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])");

    /// A link as it stands on the page.
    ///
    /// @param inFrame whether it stands in navigation, a footer and the like
    record Link(Element anchor, Target target, boolean inFrame) {}

    private final URI page;
    private final URI base;
    private final Site site;
    private final Map<URI, Target> targets = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final IdentityHashMap<Element, int[]> spans = new IdentityHashMap<>();
    private int framed;
    private int headings;
    private int traps;

    private LinkSurvey(URI page, URI base) {
        this.page = page;
        this.base = base;
        this.site = Site.of(page);
    }

    /// The links of a page.
    ///
    /// @param page the absolute address of the page
    static LinkSurvey of(Document document, URI page) {
        Element base = document.selectFirst("base[href]");
        URI declared = base == null ? null : LinkText.resolve(page, base.attr("href"));
        boolean usable =
                declared != null && declared.isAbsolute() && !declared.isOpaque() && declared.getHost() != null;
        var survey = new LinkSurvey(page, usable && declared != null ? withPath(declared) : withPath(page));
        document.traverse(survey);
        return survey;
    }

    List<Link> links() {
        return links;
    }

    List<Target> targets() {
        return List.copyOf(targets.values());
    }

    int traps() {
        return traps;
    }

    /// Whether a place in [#links] is within an element.
    boolean holds(Element element, int place) {
        int[] span = spans.get(element);
        return span != null && span[0] <= place && place < span[1];
    }

    /// How many links an element holds.
    int count(Element element) {
        int[] span = spans.get(element);
        return span == null ? 0 : span[1] - span[0];
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            framed += isFrame(element) ? 1 : 0;
            headings += isHeading(element) ? 1 : 0;
            spans.put(element, new int[] {links.size(), 0});
            if (element.normalName().equals("a") && links.size() < MAX_LINKS) {
                link(element);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            framed -= isFrame(element) ? 1 : 0;
            headings -= isHeading(element) ? 1 : 0;
            int[] span = spans.get(element);
            if (span != null) {
                span[1] = links.size();
            }
        }
    }

    private void link(Element anchor) {
        String href = anchor.attr("href").strip();
        if (href.isEmpty() || href.charAt(0) == '#') {
            return;
        }
        URI resolved = LinkText.resolve(base, href);
        CanonicalAddress canonical = resolved == null ? null : CanonicalAddress.parse(resolved.toString());
        if (canonical == null || !site.holds(canonical.uri()) || isSelf(canonical.uri())) {
            return;
        }
        URI address = canonical.uri();
        if (NO_PAGE.matcher(address.getPath()).find()
                || address.getPath().length() <= 1 && address.getQuery() == null) {
            return;
        }
        if (AddressShape.isTrap(address)) {
            traps++;
            return;
        }
        Target target = targets.computeIfAbsent(address, uri -> new Target(uri, AddressShape.of(uri)));
        Element heading = anchor.selectFirst("h1,h2,h3,h4,h5,h6");
        String text = AnchorText.of(anchor, heading);
        target.join(anchor, text, heading != null || headings > 0, framed > 0);
        links.add(new Link(anchor, target, framed > 0));
    }

    private boolean isSelf(URI address) {
        CanonicalAddress self = CanonicalAddress.parse(page.toString());
        return self != null && self.uri().equals(address);
    }

    private static boolean isHeading(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private static boolean isFrame(Element element) {
        String name = element.normalName();
        if (FRAMES.contains(name) || FRAME_ROLES.contains(element.attr("role"))) {
            return true;
        }
        if (name.equals("html") || name.equals("body") || name.equals("main") || name.equals("article")) {
            return false;
        }
        String names = element.className() + " " + element.id();
        if (names.isBlank() || names.length() > 200) {
            return false;
        }
        for (String word : NAME_BREAK.split(names, -1)) {
            if (HubWords.isFrame(word)) {
                return true;
            }
        }
        return false;
    }

    private static URI withPath(URI address) {
        return address.getRawPath() == null || address.getRawPath().isEmpty() ? address.resolve("/") : address;
    }
}
