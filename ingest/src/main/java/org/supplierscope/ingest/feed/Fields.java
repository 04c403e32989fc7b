package org.supplierscope.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The elements that stand directly in a channel or an item, by name. Deeper ones belong to something else: an
/// image, a text box, the content.
final class Fields {

    /// Nobody has more of a kind; beyond, somebody makes work.
    private static final int MAX_OF_A_NAME = 64;

    private final Map<String, List<Element>> byName = new HashMap<>();
    private final URI documentBase;
    private final boolean atom;

    /// @param documentBase what the whole feed's links are relative to
    /// @param atom whether texts of which nothing is said are plain
    Fields(URI documentBase, boolean atom) {
        this.documentBase = documentBase;
        this.atom = atom;
    }

    /// Adds what stands in an element, and what groups of media say about the item.
    void add(Element parent) {
        for (Element child : parent.children()) {
            String name = Vocabulary.name(child);
            add(name, child);
            if (name.equals("media:group") || name.equals("media:content")) {
                child.children().forEach(said -> add(Vocabulary.name(said), said));
            }
        }
    }

    private void add(String name, Element element) {
        List<Element> others = byName.computeIfAbsent(name, _ -> new ArrayList<>());
        if (others.size() < MAX_OF_A_NAME) {
            others.add(element);
        }
    }

    /// Every element of a name.
    List<Element> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /// The first text that there is, in the order of the names, as harmless HTML; null when there is none.
    @Nullable
    String markup(String... names) {
        return first(names, element -> Optional.ofNullable(markup(element))).orElse(null);
    }

    private @Nullable String markup(Element element) {
        // Elements of Atom follow its rules in other feeds as well.
        boolean plain = atom || element.tag().namespace().contains("/atom");
        return FeedText.markup(element, plain, base(element));
    }

    /// The first text that there is, without markup.
    @Nullable
    String line(String... names) {
        return first(names, element -> Optional.ofNullable(FeedText.line(element)))
                .orElse(null);
    }

    /// The date of the first name that has one; of several of one name, the last stands, as it was added later.
    @Nullable
    Instant date(String... names) {
        for (String name : names) {
            for (Element element : all(name).reversed()) {
                Instant date = FeedDates.read(element.wholeText());
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    /// The name of the first person who is named.
    @Nullable
    String person(String... names) {
        return first(names, element -> Optional.ofNullable(Person.of(element))).orElse(null);
    }

    /// The first element of the names that has text, for its language; null when there is none.
    @Nullable
    Element withText(String... names) {
        return first(names, element -> element.wholeText().isBlank() ? Optional.empty() : Optional.of(element))
                .orElse(null);
    }

    /// What links in an element are relative to.
    URI base(Element element) {
        return XmlScope.base(element, documentBase);
    }

    private <T> Optional<T> first(String[] names, Function<Element, Optional<T>> reading) {
        for (String name : names) {
            for (Element element : all(name)) {
                Optional<T> value = reading.apply(element);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }
}
