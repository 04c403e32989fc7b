package org.supplierscope.analysis.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Puts files together to a catalogue, and collects what stands in the way.
final class Assembly {

    private static final int MOST_MISTAKES = 200;

    private final Map<String, Entry> suppliers = new LinkedHashMap<>();
    private final Map<String, Entry> themes = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    void add(CatalogueFile file) {
        EntryReader.Entries read = new EntryReader(file, mistakes).read();
        read.suppliers().forEach(entry -> add(suppliers, entry));
        read.themes().forEach(entry -> add(themes, entry));
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
                        .mistake("drop: " + missing + " is neither a name nor a ticker that is shipped for "
                                + entry.id()));
            }
            all.put(entry.id(), known.changedBy(entry));
        } else {
            mistakes.add(entry.place()
                    .mistake("id: " + entry.id() + " stands twice, first in " + known.place()
                            + "; give one of them another id, or put the two together"));
        }
    }

    Catalogue catalogue() {
        suppliers.values().removeIf(Entry::removed);
        themes.values().removeIf(Entry::removed);
        suppliers.values().forEach(entry -> lacking(entry, "supplier", "name", "country", "role"));
        themes.values().forEach(entry -> lacking(entry, "theme", "name", "about"));
        for (Entry entry : suppliers.values()) {
            String parent = entry.text("parent");
            if (parent != null && !suppliers.containsKey(parent)) {
                mistakes.add(entry.placeOf("parent")
                        .mistake("parent: " + parent + " is no id of a supplier; add it, or leave the parent out"));
            }
        }
        shared(suppliers);
        shared(themes);
        sharedTickers();
        if (!mistakes.isEmpty()) {
            mistakes.sort(Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line));
            throw new CatalogueException(mistakes.subList(0, Math.min(MOST_MISTAKES, mistakes.size())));
        }
        return new Catalogue(
                suppliers.values().stream().map(Assembly::supplier).toList(),
                themes.values().stream().map(Assembly::theme).toList());
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

    /// Two may share a name that needs context, but not one that is trusted wherever it stands.
    private void shared(Map<String, Entry> all) {
        Map<String, Entry> owners = new HashMap<>();
        for (Entry entry : all.values()) {
            for (Entry.Said<KnownName> said : entry.names()) {
                KnownName name = said.value();
                if (name.caution() != Caution.FREE && name.caution() != Caution.CASE_SENSITIVE) {
                    continue;
                }
                Entry owner = owners.putIfAbsent(name.text().toLowerCase(Locale.ROOT), entry);
                if (owner != null && !owner.id().equals(entry.id())) {
                    mistakes.add(said.place()
                            .mistake(name.caution().key() + ": " + name.text() + " is also a name of " + owner.id()
                                    + " (" + owner.place() + "); keep it in one, or move both to needs-context"));
                }
            }
        }
    }

    private void sharedTickers() {
        Map<String, Entry> owners = new HashMap<>();
        for (Entry entry : suppliers.values()) {
            for (Entry.Said<Ticker> said : entry.tickers()) {
                Ticker ticker = said.value();
                Entry owner = owners.putIfAbsent(ticker.code() + " " + ticker.market(), entry);
                if (owner != null && !owner.id().equals(entry.id())) {
                    mistakes.add(said.place()
                            .mistake("tickers: " + ticker + " is also a ticker of " + owner.id() + " (" + owner.place()
                                    + "); keep it in one"));
                }
            }
        }
    }

    private static Supplier supplier(Entry entry) {
        return new Supplier(
                entry.id(),
                text(entry, "name"),
                entry.text("legal"),
                text(entry, "country"),
                text(entry, "role"),
                entry.text("parent"),
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
