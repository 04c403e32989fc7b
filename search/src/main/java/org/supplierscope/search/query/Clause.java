package org.supplierscope.search.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query says, as a tree.
public sealed interface Clause {

    /// Everything: `*`, or no query at all.
    record All() implements Clause {}

    /// A word, in title, text, or the names of suppliers and groups: `capacity`.
    ///
    /// @param word as typed
    record Word(String word) implements Clause {}

    /// Words next to each other in this order: `"co-packaged optics"`.
    ///
    /// @param words as typed, without the quotes
    record Phrase(String words) implements Clause {}

    /// Words that begin alike: `photon*`; the word itself is found in all its forms.
    ///
    /// @param start as typed, without the star
    record Prefix(String start) implements Clause {}

    /// A property: `supplier:largan`, `title:"price war"`.
    ///
    /// @param field which
    /// @param value as typed, without quotes
    record Property(Field field, String value) implements Clause {}

    /// A property that begins alike: `title:photon*`, `source:digi*`, `supplier:*` for any.
    ///
    /// @param field which; not the stance
    /// @param start as typed, without the star; empty for any value
    record Starting(Field field, String start) implements Clause {}

    /// Published within a time: `published:2019-07`, `published:2018..2019`.
    ///
    /// @param from inclusive; null for no beginning
    /// @param to exclusive; null for no end
    record Published(@Nullable Instant from, @Nullable Instant to) implements Clause {}

    /// All of them.
    ///
    /// @param parts two or more
    record And(List<Clause> parts) implements Clause {}

    /// Any of them.
    ///
    /// @param parts two or more
    record Or(List<Clause> parts) implements Clause {}

    /// What does not match it.
    ///
    /// @param part what is excluded
    record Not(Clause part) implements Clause {}

    /// The properties that can be asked for.
    enum Field {
        /// Words of the title.
        TITLE,
        /// Words of the body.
        TEXT,
        /// A supplier's id, or words of its name.
        SUPPLIER,
        /// The same, of suppliers that the article is about.
        ABOUT,
        /// Words of an unnamed group's name.
        GROUP,
        /// PRECISION, BREADTH, MIXED or NONE, of any supplier or group in the article.
        STANCE,
        /// A theme's id, or words of its name.
        THEME,
        /// A source's id, or words of its name.
        SOURCE,
        /// A language tag; `zh` finds `zh-Hant` too.
        LANGUAGE,
        /// A story's id.
        STORY,
        /// The id of an article whose text is copied.
        COPY,
        /// An article's id.
        ID,
        /// What the page is: `article`, `paywall-stub`, `not-an-article`, `consent-wall`, `error-page`. A query
        /// that asks for it, in whatever way, is answered from all pages, every other one from articles and
        /// stubs only.
        VERDICT
    }
}
