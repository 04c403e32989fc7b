package org.supplierscope.search.index;

import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/// The thread that reads a topic, and its end: closing interrupts the poll and waits for what was
/// begun.
final class ReadingThread implements AutoCloseable {

    private final String name;
    private final Consumer<?, ?> consumer;
    private final Runnable reading;
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    /// @param name of the thread
    /// @param consumer what it polls; closed by this object
    /// @param reading polls until [#closing]; a poll that closing interrupts throws Kafka's
    /// `WakeupException`, which it must catch
    ReadingThread(String name, Consumer<?, ?> consumer, Runnable reading) {
        this.name = name;
        this.consumer = consumer;
        this.reading = reading;
    }

    /// Starts reading.
    void start() {
        thread = Thread.ofPlatform().name(name).start(() -> {
            try (consumer) {
                reading.run();
            }
        });
    }

    /// Whether to stop.
    boolean closing() {
        return closing;
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        Thread running = thread;
        try {
            if (running != null) {
                running.join();
            } else {
                consumer.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
