package org.supplierscope.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A page made from its template as the service makes it, escaped as HTML.
///
/// @param html the page
record RenderedPage(String html) {

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(RenderedPage::locate)
            .build();

    /// @param template its name below `templates`, without the ending
    /// @param view its one parameter
    static RenderedPage of(String template, Object view) {
        return new RenderedPage(ENGINE.getTemplate("PagesResource/" + template)
                .data("view", view)
                .render());
    }

    /// What a reader sees: no tags, one blank between words.
    String text() {
        return html.substring(html.indexOf("<main"))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// Keeps the page to be looked at in a browser, with the style sheet beside it.
    RenderedPage keptAs(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        try (InputStream css = RenderedPage.class.getResourceAsStream("/META-INF/resources/supplierscope.css")) {
            Files.write(folder.resolve("supplierscope.css"), css == null ? new byte[0] : css.readAllBytes());
        }
        Files.writeString(
                folder.resolve(name + ".html"), html.replace("href=\"/supplierscope.css", "href=\"supplierscope.css"));
        return this;
    }

    private static Optional<TemplateLocation> locate(String id) {
        return RenderedPage.class.getResource("/templates/" + id + ".html") == null
                ? Optional.empty()
                : Optional.of(new TemplateLocation() {
                    @Override
                    public Reader read() {
                        InputStream in = RenderedPage.class.getResourceAsStream("/templates/" + id + ".html");
                        if (in == null) {
                            throw new UncheckedIOException(new IOException(id));
                        }
                        return new InputStreamReader(in, UTF_8);
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
                    }
                });
    }
}
