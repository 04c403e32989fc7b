package org.supplierscope.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name must exist.
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z]+)+");

    private static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("ingest", "analysis", "search", "deploy")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(ending)
                                && !file.toString().contains("/target/"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(files(".md"));
        documents.removeIf(file -> file.toString().contains("/resources/newsroom/"));
        documents.add(ROOT.resolve("README.md"));
        return documents;
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(14);
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                assertThat(document.resolveSibling(link.group(1)))
                        .as("%s links to %s", document, link.group(1))
                        .exists();
            }
        }
    }

    @Test
    void everyClassThatIsNamedExists() throws IOException {
        List<String> classes = files(".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        for (Path document : documents()) {
            Matcher code = CODE.matcher(Files.readString(document));
            while (code.find()) {
                String name = code.group(1).replaceFirst("[.(].*", "");
                if (CLASS.matcher(name).matches()) {
                    assertThat(classes)
                            .as("%s names `%s`", document, code.group(1))
                            .contains(name);
                }
            }
        }
    }

    @Test
    void everySettingIsDocumentedWithItsDefault() throws IOException {
        String operations = Files.readString(ROOT.resolve("deploy/docs/operations.md"));
        Map<String, String> settings = new TreeMap<>();
        collect("supplierscope", SupplierscopeConfig.class, settings);

        assertThat(settings).hasSizeGreaterThan(10);
        settings.forEach((key, usual) -> {
            assertThat(operations).as(key).contains("| `" + key + "` |");
            if (!usual.isEmpty() && !usual.startsWith("http")) {
                assertThat(operations).as(key).contains("| `" + key + "` | `" + usual + "` |");
            }
        });
    }

    private static void collect(String prefix, Class<?> mapping, Map<String, String> settings) {
        for (Method method : mapping.getDeclaredMethods()) {
            String name = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (method.getReturnType().isInterface() && method.getReturnType().getEnclosingClass() == mapping) {
                collect(prefix + "." + name, method.getReturnType(), settings);
            } else {
                WithDefault usual = method.getAnnotation(WithDefault.class);
                settings.put(prefix + "." + name, usual == null ? "" : usual.value());
            }
        }
    }
}
