package org.supplierscope.ingest.address;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Leads the addresses of AMP and print forms back to the address of the plain page, by the forms that
/// publishing systems have: a host of its own (`amp.example.org`), a segment at either end of the path
/// (`/2026/title/amp/`, `/print/title-1`), a second ending (`title.amp.html`), a parameter (`?outputType=amp`).
///
/// A segment counts only where what is left still looks like the address of one article: `/print/` may also be
/// the department that writes of printing. Where a form is missed, the canonical address that such pages name
/// joins them.
final class ArticleForm {

    private static final AddressWords SEGMENTS = AddressWords.read("form-segments.txt");
    private static final AddressWords PARAMETERS = AddressWords.read("form-parameters.txt");

    private static final Pattern FORM_HOST = Pattern.compile("(?:amp|print)\\.(.++)");
    private static final Pattern FILE_FORM = Pattern.compile("(.+)\\.(?:amp|print)(\\.[a-z]{3,5})?");

    /// A number as articles have, or a title of three words.
    private static final Pattern ARTICLE =
            Pattern.compile("[0-9]{5}|[^-_]++[-_]++[^-_]++[-_]|\\.(?:s?html?|php|aspx?|jsp)$");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    private ArticleForm() {}

    /// The plain form of an address; the address itself when it is plain already.
    static CanonicalAddress of(CanonicalAddress address) {
        CanonicalAddress original = AmpCache.original(address);
        CanonicalAddress found = original == null ? address : original;
        String query = found.uri().getRawQuery() == null ? "" : found.uri().getRawQuery();
        String plainQuery = query.isEmpty()
                ? ""
                : QueryText.kept(query, parameter -> !PARAMETERS.contains(parameter.name() + "=" + parameter.value()));
        String path = found.uri().getRawPath();
        String plainPath = plainPath(path, !plainQuery.isEmpty());
        String authority = plainAuthority(found);
        if (plainQuery.equals(query) && plainPath.equals(path) && authority.equals(found.authority())) {
            return found;
        }
        return new CanonicalAddress(URI.create(found.uri().getScheme() + "://" + authority + plainPath
                + (plainQuery.isEmpty() ? "" : "?" + plainQuery)));
    }

    /// Publishers have their front page on `www.example.org` far more often than on the bare name.
    private static String plainAuthority(CanonicalAddress address) {
        var form = FORM_HOST.matcher(address.host());
        if (!form.matches()) {
            return address.authority();
        }
        String site = form.group(1);
        String domain = EffectiveTldFinder.getAssignedDomain(site, true, false);
        if (domain == null) {
            return address.authority();
        }
        String port = address.authority().substring(address.host().length());
        return (site.equals(domain) ? "www." : "") + site + port;
    }

    private static String plainPath(String path, boolean hasQuery) {
        List<String> segments = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
        boolean slash = segments.size() > 1 && segments.getLast().isEmpty();
        if (slash) {
            segments.removeLast();
        }
        var file = FILE_FORM.matcher(segments.getLast());
        if (file.matches()) {
            segments.set(segments.size() - 1, file.group(1) + (file.group(2) == null ? "" : file.group(2)));
        }
        List<String> without = new ArrayList<>(segments);
        if (SEGMENTS.contains(without.getLast())) {
            without.removeLast();
        } else if (SEGMENTS.contains(without.getFirst())) {
            without.removeFirst();
        }
        boolean joined = without.size() < segments.size() && !without.isEmpty() && (hasQuery || isArticle(without));
        return "/" + String.join("/", joined ? without : segments) + (slash ? "/" : "");
    }

    private static boolean isArticle(List<String> segments) {
        return ARTICLE.matcher(segments.getLast()).find()
                || segments.stream().anyMatch(segment -> YEAR.matcher(segment).matches());
    }
}
