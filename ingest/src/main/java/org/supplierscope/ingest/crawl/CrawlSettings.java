package org.supplierscope.ingest.crawl;

import java.time.Duration;
import org.supplierscope.ingest.source.PollSchedule;

/// How the crawl goes about its work.
///
/// @param polls when a listing is asked again
/// @param pause how long a site is left alone between two requests when its robots.txt does not say
/// @param maxPause the longest pause that a robots.txt can ask for; one that asks for more gets this one
/// @param parallel how many authorities that answer quickly are asked at the same time, at least 1; slow ones
/// have places of their own
/// @param attempts how often a page is tried before it is given up, at least 1
public record CrawlSettings(PollSchedule polls, Duration pause, Duration maxPause, int parallel, int attempts) {

    /// Checks the counts.
    public CrawlSettings {
        if (parallel < 1 || attempts < 1) {
            throw new IllegalArgumentException("parallel and attempts count from 1: " + parallel + ", " + attempts);
        }
    }
}
