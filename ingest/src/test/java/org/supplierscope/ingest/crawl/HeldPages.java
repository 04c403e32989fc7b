package org.supplierscope.ingest.crawl;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.published.SourceStatus;

/// Keeps pages in memory, and fails as often as it is told to.
final class HeldPages implements PageSink {

    private final List<CapturedPage> pages = new CopyOnWriteArrayList<>();
    private final Map<String, SourceStatus> told = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    void failNext(int times) {
        failures.set(times);
    }

    List<String> paths() {
        return pages.stream().map(page -> page.response().url().getPath()).toList();
    }

    List<CapturedPage> pages() {
        return List.copyOf(pages);
    }

    Map<String, SourceStatus> told() {
        return told;
    }

    @Override
    public void store(CapturedPage page) throws PageNotStoredException {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new PageNotStoredException(new IllegalStateException("the disk is full"));
        }
        pages.add(page);
    }

    @Override
    public void tell(SourceStatus status) {
        told.put(status.id(), status);
    }
}
