package org.supplierscope.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.supplierscope.search.index.DeadLetters;
import org.supplierscope.search.index.InsightFollower;
import org.supplierscope.search.index.InsightIndex;
import org.supplierscope.search.index.ShiftBoard;
import org.supplierscope.search.index.SourceBoard;
import org.supplierscope.search.index.SourceCommands;
import org.supplierscope.search.index.SourceRefusals;
import org.supplierscope.search.index.TimelineBoard;
import org.supplierscope.search.query.ArticleSearch;

/// The front door of search: keeps an index up with `insights.v1` and answers from it.
///
/// The topics that it reads must exist. Each process keeps an index of its own.
public final class SearchStage implements AutoCloseable {

    private final InsightIndex index;
    private final InsightFollower follower;
    private final SourceBoard sources;
    private final SourceCommands sourceCommands;
    private final SourceRefusals sourceRefusals;
    private final DeadLetters deadLetters;
    private final TimelineBoard timelines;
    private final ShiftBoard shifts;
    private final ArticleSearch articles;

    /// @param indexFolder where this process keeps its index; made anew from Kafka when lost
    /// @param bootstrapServers `host:port`, several joined by commas
    /// @param logIdentity tells this cluster's `insights.v1` apart from every other
    /// @throws IOException when the folder cannot be used, or is in use by another process
    public SearchStage(Path indexFolder, String bootstrapServers, String logIdentity) throws IOException {
        this.index = new InsightIndex(indexFolder);
        this.follower = new InsightFollower(index, bootstrapServers, logIdentity);
        this.sources = new SourceBoard(bootstrapServers);
        this.sourceCommands = new SourceCommands(bootstrapServers);
        this.sourceRefusals = new SourceRefusals(bootstrapServers);
        this.deadLetters = new DeadLetters(bootstrapServers);
        this.timelines = new TimelineBoard(bootstrapServers);
        this.shifts = new ShiftBoard(bootstrapServers);
        this.articles = new ArticleSearch(index);
    }

    /// Starts following the topics.
    public void start() {
        follower.start();
        sources.start();
        sourceRefusals.start();
        deadLetters.start();
        timelines.start();
        shifts.start();
    }

    /// Completes when everything that was on the topics at the start can be found.
    public CompletableFuture<Void> ready() {
        return follower.caughtUp();
    }

    /// Answers requests.
    public ArticleSearch articles() {
        return articles;
    }

    /// How sources fare.
    public SourceBoard sources() {
        return sources;
    }

    /// Takes what is wanted of sources.
    public SourceCommands sourceCommands() {
        return sourceCommands;
    }

    /// What was refused of it.
    public SourceRefusals sourceRefusals() {
        return sourceRefusals;
    }

    /// What the stages could not read lately.
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /// Suppliers' courses over time.
    public TimelineBoard timelines() {
        return timelines;
    }

    /// Their shifts of course.
    public ShiftBoard shifts() {
        return shifts;
    }

    /// Stops following and makes the index safe.
    @Override
    public void close() throws IOException {
        shifts.close();
        timelines.close();
        sourceCommands.close();
        deadLetters.close();
        sourceRefusals.close();
        sources.close();
        follower.close();
        index.close();
    }
}
