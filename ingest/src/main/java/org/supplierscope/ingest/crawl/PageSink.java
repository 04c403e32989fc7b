package org.supplierscope.ingest.crawl;

import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.published.SourceStatus;

/// Where the crawl puts what it brings. Kafka in the product; a list in tests.
public interface PageSink {

    /// Stores a page and returns when it is safe.
    ///
    /// @throws PageNotStoredException when it could not be stored; the page then comes up again
    void store(CapturedPage page) throws PageNotStoredException;

    /// Tells how a source fares now. May lose a telling, since the next one replaces it.
    void tell(SourceStatus status);

    /// A page that could not be stored.
    final class PageNotStoredException extends Exception {
        private static final long serialVersionUID = 1L;

        /// @param cause why
        public PageNotStoredException(Throwable cause) {
            super("a fetched page could not be stored: " + cause.getMessage(), cause);
        }
    }
}
