package org.supplierscope.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;

/// What came of reading a feed.
public sealed interface FeedReading {

    /// It was one.
    ///
    /// @param channel what it says about itself
    /// @param items everything that it lists, in its order, with or without a link
    /// @param left how many items more it lists than are taken from one feed at one time; 0 for most
    record Feed(FeedChannel channel, List<FeedItem> items, int left) implements FeedReading {

        /// Copies the items.
        public Feed {
            items = List.copyOf(items);
        }

        /// The feed's title as plain text on one line; null when it has none.
        public @Nullable String title() {
            return channel.title() == null ? null : FeedMarkup.text(channel.title());
        }

        /// The items that lead to an article, in the feed's order, each address once. Computed at each call.
        public List<Entry> entries() {
            Map<URI, FeedItem> linked = new LinkedHashMap<>();
            for (FeedItem item : items) {
                CanonicalAddress address = item.link() == null
                        ? null
                        : CanonicalAddress.parse(item.link().toString());
                if (address != null) {
                    linked.putIfAbsent(address.uri(), item);
                }
            }
            Set<String> shared = sharedGuids(linked);
            List<Entry> entries = new ArrayList<>(linked.size());
            linked.forEach((link, item) -> entries.add(entry(link, item, shared)));
            return entries;
        }

        /// An id that several articles share identifies none of them.
        private static Set<String> sharedGuids(Map<URI, FeedItem> linked) {
            Set<String> seen = new HashSet<>();
            Set<String> shared = new HashSet<>();
            for (FeedItem item : linked.values()) {
                if (item.guid() != null && !seen.add(item.guid())) {
                    shared.add(item.guid());
                }
            }
            return shared;
        }

        private static Entry entry(URI link, FeedItem item, Set<String> shared) {
            return new Entry(
                    link,
                    item.title() == null ? null : FeedMarkup.text(item.title()),
                    item.published() == null ? item.updated() : item.published(),
                    item.updated(),
                    item.guid() != null && shared.contains(item.guid()) ? null : item.guid(),
                    item.author(),
                    item.language(),
                    item.content());
        }
    }

    /// It was not, or could not be read.
    ///
    /// @param reason for people; one line that holds nothing of the body but a name of letters
    record NotAFeed(String reason) implements FeedReading {}

    /// An entry that leads to an article.
    ///
    /// @param link canonical
    /// @param title plain text on one line; null when the entry has none
    /// @param published when, or for want of that, when it was last changed; null when the entry does not say
    /// @param updated null when the entry does not say
    /// @param guid what the feed calls it; null when it has no name, or one that others have too
    /// @param author name of the first author; null when the entry names none
    /// @param language a BCP 47 tag, as declared; null when the entry does not say
    /// @param content the fullest text that the entry has, as harmless HTML; null when it has none
    record Entry(
            URI link,
            @Nullable String title,
            @Nullable Instant published,
            @Nullable Instant updated,
            @Nullable String guid,
            @Nullable String author,
            @Nullable String language,
            @Nullable String content) {

        /// An entry of which no more is known.
        public Entry(URI link, @Nullable String title, @Nullable Instant published) {
            this(link, title, published, null, null, null, null, null);
        }
    }
}
