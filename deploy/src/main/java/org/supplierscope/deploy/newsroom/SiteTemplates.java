package org.supplierscope.deploy.newsroom;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Writes a site's pages from its templates: `home.html`, `article.html` and `feed.xml` in
/// `newsroom/sites/<id>`.
final class SiteTemplates {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final NewsCalendar calendar;
    private final String origin;
    private final Engine engine;

    SiteTemplates(Site site, NewsCalendar calendar, String origin) {
        this.site = site;
        this.calendar = calendar;
        this.origin = origin;
        var html = new Variant(Locale.ENGLISH, StandardCharsets.UTF_8, Variant.TEXT_HTML);
        this.engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        for (String name : List.of("home.html", "article.html", "feed.xml")) {
            engine.putTemplate(name, engine.parse(Newsroom.file("sites/" + site.id() + "/" + name), html));
        }
    }

    String home() {
        return page("home.html").render();
    }

    String feed() {
        return page("feed.xml").render();
    }

    String article(Piece piece) {
        return page("article.html").data("piece", shown(piece)).render();
    }

    /// Everything may be fetched but what a search would find; how fast is for each site to say.
    String robots() {
        String delay = site.crawlDelay().isEmpty() ? "" : "Crawl-delay: " + site.crawlDelay() + "\n";
        return "User-agent: *\nDisallow: /search\nDisallow: /login\n" + delay;
    }

    private TemplateInstance page(String name) {
        return engine.getTemplate(name)
                .data("site", site)
                .data("origin", origin)
                .data("weeks", calendar.weeks())
                .data("pieces", site.pieces().stream().map(this::shown).toList());
    }

    /// A piece as templates show it.
    ///
    /// @param told the piece
    /// @param path on the site
    /// @param url absolute
    /// @param iso date and time with offset
    /// @param utc date and time in UTC
    /// @param rfc the date as RSS wants it
    /// @param english the date as an English page prints it
    /// @param chinese the date as a Chinese page prints it
    /// @param jsonLd the piece in schema.org's words, safe within a script element
    record Shown(
            Piece told,
            String path,
            String url,
            String iso,
            String utc,
            String rfc,
            String english,
            String chinese,
            RawString jsonLd) {}

    private Shown shown(Piece piece) {
        OffsetDateTime at = piece.published();
        return new Shown(
                piece,
                site.path(piece),
                origin + site.path(piece),
                at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                at.withOffsetSameInstant(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                at.format(DateTimeFormatter.RFC_1123_DATE_TIME),
                at.format(DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH)),
                at.format(DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.TRADITIONAL_CHINESE)),
                new RawString(jsonLd(piece)));
    }

    private String jsonLd(Piece piece) {
        var article = JSON.createObjectNode();
        article.put("@type", "NewsArticle");
        article.put("headline", piece.title());
        article.put("datePublished", piece.published().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        article.putObject("author").put("@type", "Organization").put("name", piece.author());
        article.put("mainEntityOfPage", origin + site.path(piece));
        var publication = JSON.createObjectNode().put("@type", "WebSite").put("name", site.name());
        var graph = JSON.createObjectNode();
        graph.put("@context", "https://schema.org");
        graph.putArray("@graph").add(publication).add(article);
        return graph.toString().replace("<", "\\u003c");
    }
}
