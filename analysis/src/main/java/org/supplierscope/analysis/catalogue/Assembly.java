package org.supplierscope.analysis.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts files together to a catalogue, and collects what stands in the way.
final class Assembly {

    private final Map<String, Entry> suppliers = new LinkedHashMap<>();
    private final Map<String, Entry> themes = new LinkedHashMap<>();
    private final Mistakes mistakes = new Mistakes();

    void add(CatalogueFile file) {
        EntryReader.Entries read = new EntryReader(file, mistakes).read();
        read.suppliers().forEach(entry -> add(suppliers, entry));
        read.themes().forEach(entry -> add(themes, entry));
    }

    void add(Path file) {
        try {
            add(CatalogueFile.read(file));
        } catch (CatalogueException e) {
            e.mistakes().forEach(mistakes::add);
        }
    }

    private void add(Map<String, Entry> all, Entry entry) {
        Entry known = all.get(entry.id());
        if (known == null) {
            if (entry.removed() || !entry.dropped().isEmpty()) {
                mistakes.add(entry.place()
                        .mistake("id: nothing with the id " + entry.id()
                                + " is shipped, so there is nothing to take away; check the id"));
            }
            all.put(entry.id(), entry);
        } else if (known.shipped() && !entry.shipped()) {
            for (String missing : entry.notIn(known)) {
                mistakes.add(entry.place()
                        .mistake("drop: " + Writing.quoted(missing)
                                + " is neither a name nor a ticker that is shipped for " + entry.id()));
            }
            all.put(entry.id(), known.changedBy(entry));
        } else {
            mistakes.add(entry.place()
                    .mistake("id: " + entry.id() + " stands twice, first in " + known.place()
                            + "; give one of them another id, or put the two together"));
        }
    }

    Catalogue catalogue() {
        Set<String> gone = suppliers.values().stream()
                .filter(Entry::removed)
                .map(Entry::id)
                .collect(Collectors.toSet());
        suppliers.keySet().removeAll(gone);
        themes.values().removeIf(Entry::removed);
        suppliers.values().forEach(entry -> lacking(entry, "supplier", "name", "country", "role"));
        themes.values().forEach(entry -> lacking(entry, "theme", "name", "about"));
        parents(gone);
        sharedNames(suppliers);
        sharedNames(themes);
        sharedTickers();
        mistakes.raise();
        return new Catalogue(
                suppliers.values().stream().map(this::supplier).toList(),
                themes.values().stream().map(Assembly::theme).toList());
    }

    /// A shipped supplier whose parent the operator took away has none; nobody else may name one
    /// that is not there, or be its own.
    private void parents(Set<String> gone) {
        Set<String> followed = new HashSet<>();
        for (Entry entry : suppliers.values()) {
            String parent = entry.text("parent");
            Place place = entry.placeOf("parent");
            boolean taken = parent != null && place.shipped() && gone.contains(parent);
            if (parent != null && !suppliers.containsKey(parent) && !taken) {
                mistakes.add(place.mistake("parent: " + Writing.quoted(parent)
                        + " is no id of a supplier; add it, or leave the parent out"));
            }
            Set<String> line = new LinkedHashSet<>();
            Entry at = entry;
            while (at != null && !followed.contains(at.id()) && line.add(at.id())) {
                String next = at.text("parent");
                at = next == null ? null : suppliers.get(next);
            }
            if (at != null && line.contains(at.id())) {
                List<String> circle =
                        new ArrayList<>(line).subList(new ArrayList<>(line).indexOf(at.id()), line.size());
                mistakes.add(ownParent(circle)
                        .mistake("parent: " + at.id() + " would be its own parent ("
                                + Writing.quoted(String.join(" of ", circle)) + "); leave one of the parents out"));
            }
            followed.addAll(line);
        }
    }

    /// Where in a circle the operator names a parent.
    private Place ownParent(List<String> circle) {
        List<Place> places = circle.stream()
                .map(id -> Objects.requireNonNull(suppliers.get(id)).placeOf("parent"))
                .toList();
        return places.stream().filter(place -> !place.shipped()).findFirst().orElse(places.getFirst());
    }

    private void lacking(Entry entry, String what, String... keys) {
        for (String key : keys) {
            if (entry.text(key) == null) {
                mistakes.add(
                        entry.place().mistake(key + ": is missing; every " + what + " needs it (" + entry.id() + ")"));
            }
        }
        if (entry.names().isEmpty()) {
            mistakes.add(
                    entry.place()
                            .mistake(
                                    "names: " + entry.id()
                                            + " has no name to be recognised by; give one under names, case-sensitive or needs-context"));
        }
    }

    /// What somebody is recognised by.
    private record Claim<T>(Entry entry, Entry.Said<T> said) {}

    /// Two may share a name when both need context for it.
    private void sharedNames(Map<String, Entry> all) {
        Map<String, Claim<KnownName>> first = new HashMap<>();
        for (Entry entry : all.values()) {
            for (Entry.Said<KnownName> said : entry.names()) {
                var claim = new Claim<>(entry, said);
                Claim<KnownName> other =
                        first.putIfAbsent(Folding.of(said.value().text()), claim);
                if (other != null && (isTrusted(claim) || isTrusted(other))) {
                    shared(claim, other, "; keep it in one, or move both to needs-context");
                }
            }
        }
    }

    private static boolean isTrusted(Claim<KnownName> claim) {
        Caution caution = claim.said().value().caution();
        return caution == Caution.FREE || caution == Caution.CASE_SENSITIVE;
    }

    private void sharedTickers() {
        Map<String, Claim<Ticker>> first = new HashMap<>();
        for (Entry entry : suppliers.values()) {
            for (Entry.Said<Ticker> said : entry.tickers()) {
                var claim = new Claim<>(entry, said);
                Claim<Ticker> other = first.putIfAbsent(
                        said.value().code() + " " + said.value().market(), claim);
                if (other != null) {
                    shared(claim, other, "; keep it in one");
                }
            }
        }
    }

    /// Complains where the operator can mend it.
    private <T> void shared(Claim<T> claim, Claim<T> other, String remedy) {
        if (claim.entry().id().equals(other.entry().id())) {
            return;
        }
        boolean later = other.said().place().shipped() || !claim.said().place().shipped();
        Claim<T> blamed = later ? claim : other;
        Claim<T> owner = later ? other : claim;
        T value = blamed.said().value();
        mistakes.add(blamed.said()
                .place()
                .mistake((value instanceof KnownName name
                                ? name.caution().key() + ": " + name.text()
                                : "tickers: " + value)
                        + " is also a " + (value instanceof KnownName ? "name" : "ticker") + " of "
                        + owner.entry().id() + " (" + owner.said().place() + ")" + remedy));
    }

    private Supplier supplier(Entry entry) {
        String parent = entry.text("parent");
        return new Supplier(
                entry.id(),
                text(entry, "name"),
                entry.text("legal"),
                text(entry, "country"),
                text(entry, "role"),
                parent != null && suppliers.containsKey(parent) ? parent : null,
                entry.tickers().stream().map(Entry.Said::value).toList(),
                entry.knownNames());
    }

    private static Theme theme(Entry entry) {
        return new Theme(entry.id(), text(entry, "name"), text(entry, "about"), entry.knownNames());
    }

    private static String text(Entry entry, String key) {
        return Objects.requireNonNull(entry.text(key), key);
    }
}
