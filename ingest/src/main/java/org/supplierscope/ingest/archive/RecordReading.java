package org.supplierscope.ingest.archive;

import org.jspecify.annotations.Nullable;

/// What came of one record of an archive.
sealed interface RecordReading {

    /// A page, its source not yet chosen.
    ///
    /// @param page with the source that its record names, or with empty words
    record Page(CapturedPage page) implements RecordReading {}

    /// A record that is passed over.
    ///
    /// @param reason for people; null where the kind says it all
    record PassedOver(Kind kind, @Nullable String reason) implements RecordReading {}

    /// Why a record is passed over.
    enum Kind {
        /// A request, metadata, or whatever else is about captures and is none.
        NO_CAPTURE("records that are no captures"),
        /// A capture that refers to the content of an earlier one.
        REVISIT("revisits, whose content is in another record"),
        /// A capture of something that has no web address.
        NOT_WEB("captures of something other than a web address"),
        /// An error or redirect.
        STATUS("responses other than 200"),
        /// No HTML, by its type or its content.
        NOT_HTML("captures that are not HTML"),
        /// Cut by the crawler that stored it.
        CUT("captures that were stored cut short"),
        /// Larger than we take.
        TOO_LARGE("pages larger than we take"),
        /// Without a date, or with one that cannot be.
        NO_DATE("captures without a date that can be"),
        /// Damaged.
        BROKEN("broken records");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For people, in the plural.
        String words() {
            return words;
        }

        /// Whether a record passed over for this is a loss that must be mended, and not the way of archives.
        boolean amiss() {
            return this == BROKEN;
        }
    }
}
