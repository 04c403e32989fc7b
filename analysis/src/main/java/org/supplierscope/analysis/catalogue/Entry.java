package org.supplierscope.analysis.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one or several files say of a supplier or theme, before it is known whether that is
/// enough.
///
/// @param id slug
/// @param shipped whether it came with the program
/// @param place where it begins
/// @param texts by key
/// @param names in the order of the file
/// @param tickers in the order of the file
/// @param dropped names and tickers that are taken away from what is shipped
/// @param removed whether it is taken away altogether
record Entry(
        String id,
        boolean shipped,
        Place place,
        Map<String, Said<String>> texts,
        List<Said<KnownName>> names,
        List<Said<Ticker>> tickers,
        Set<String> dropped,
        boolean removed) {

    /// Something said at a place.
    record Said<T>(T value, Place place) {}

    /// What is shipped, changed by what an operator says: a text is replaced, names and tickers
    /// are added, a name given again gets the new rule, and what is dropped goes.
    Entry changedBy(Entry own) {
        Map<String, Said<String>> newTexts = new HashMap<>(texts);
        newTexts.putAll(own.texts);
        Set<String> gone = new HashSet<>(own.dropped);
        own.names.forEach(said -> gone.add(said.value().text()));
        List<Said<KnownName>> newNames = new ArrayList<>(names);
        newNames.removeIf(said -> gone.contains(said.value().text()));
        newNames.addAll(own.names);
        own.tickers.forEach(said -> gone.add(said.value().toString()));
        List<Said<Ticker>> newTickers = new ArrayList<>(tickers);
        newTickers.removeIf(said -> gone.contains(said.value().toString()));
        newTickers.addAll(own.tickers);
        return new Entry(id, false, own.place, newTexts, newNames, newTickers, Set.of(), own.removed);
    }

    /// Those of the dropped that are neither a name nor a ticker of an entry.
    List<String> notIn(Entry shippedEntry) {
        return dropped.stream()
                .filter(text -> shippedEntry.names.stream()
                                .noneMatch(said -> said.value().text().equals(text))
                        && shippedEntry.tickers.stream()
                                .noneMatch(said -> said.value().toString().equals(text)))
                .sorted()
                .toList();
    }

    @Nullable
    String text(String key) {
        Said<String> said = texts.get(key);
        return said == null ? null : said.value();
    }

    Place placeOf(String key) {
        Said<String> said = texts.get(key);
        return said == null ? place : said.place();
    }

    List<KnownName> knownNames() {
        return names.stream().map(Said::value).toList();
    }
}
