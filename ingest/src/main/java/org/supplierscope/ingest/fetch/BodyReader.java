package org.supplierscope.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.fetch.BoundedBytes.TooLargeException;

/// Reads bodies from the wire and unpacks them, within bounds of size, memory and work. Thread-safe.
///
/// A coded body is read to its end first and unpacked then: so a server that drips cannot hold a decoder, whose
/// windows take megabytes, and no more bodies are unpacked at once than the processors can work on.
final class BodyReader {

    /// As much as a page of news has, coded or not; a larger body waits until memory for large ones is free.
    private static final int LARGE = 1 << 20;
    /// How much of an answer that brings no page is looked at: interstitial pages have some ten thousand bytes.
    private static final int GLIMPSE_BYTES = 256 << 10;
    /// How long it may take; then the status has to do.
    private static final Duration GLIMPSE_TIME = Duration.ofSeconds(2);

    private final int maxBytes;
    private final Semaphore large;
    private final Semaphore decoders = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /// @param maxBytes of a body, coded and decoded
    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
        // A body takes twice its size while it is put together; together they get a quarter of the heap at
        // most.
        long fitting = Runtime.getRuntime().maxMemory() / 8 / maxBytes;
        this.large = new Semaphore(Math.clamp(fitting, 2, 10_000));
    }

    /// The whole decoded body. The stream is not closed here: that would read it to its end.
    ///
    /// @throws TooLargeException when it passes the bounds
    /// @throws IOException when it breaks off or its coding is broken
    byte[] whole(@Nullable HttpEntity entity, List<String> codings) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > maxBytes) {
            throw new TooLargeException("the body is larger than " + maxBytes + " bytes");
        }
        byte[] wire = wire(entity.getContent());
        if (codings.isEmpty()) {
            return wire;
        }
        var body = new BoundedBytes(maxBytes, wire.length);
        decode(wire, codings, body);
        return body.toByteArray();
    }

    /// The beginning of the decoded body; whatever comes behind is not waited for.
    ///
    /// @param bytes how many at most, coded and decoded
    /// @throws IOException when the body breaks off before that or its coding is broken
    byte[] beginning(@Nullable HttpEntity entity, List<String> codings, int bytes) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        var wire = BoundedBytes.ofWire(bytes);
        InputStream in = entity.getContent();
        boolean more = true;
        while (more && wire.size() < bytes) {
            more = wire.read(in);
        }
        if (codings.isEmpty()) {
            return wire.toByteArray();
        }
        byte[] coded = wire.toByteArray();
        var body = new BoundedBytes(bytes, coded.length);
        try {
            decode(coded, codings, body);
        } catch (TooLargeException e) {
            // There is more of it than was asked for.
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // A coding that we cut off ourselves cannot end as it should.
            if (!more) {
                throw e;
            }
        }
        return body.toByteArray();
    }

    /// What can be had at once of the beginning of a body; empty rather than a complaint.
    byte[] glimpse(@Nullable HttpEntity entity, List<String> codings) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        var wire = BoundedBytes.ofWire(GLIMPSE_BYTES);
        long end = System.nanoTime() + GLIMPSE_TIME.toNanos();
        try {
            InputStream in = entity.getContent();
            while (wire.size() < GLIMPSE_BYTES && System.nanoTime() < end && wire.read(in)) {
                // Each read takes what is there.
            }
        } catch (IOException e) {
            // What came before will do.
        }
        if (codings.isEmpty()) {
            return wire.toByteArray();
        }
        byte[] coded = wire.toByteArray();
        var body = new BoundedBytes(GLIMPSE_BYTES, coded.length);
        try {
            decode(coded, codings, body);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // As above.
        }
        return body.toByteArray();
    }

    private byte[] wire(InputStream in) throws IOException {
        var wire = BoundedBytes.ofWire(maxBytes);
        while (wire.size() < LARGE) {
            if (!wire.read(in)) {
                return wire.toByteArray();
            }
        }
        acquire(large);
        try {
            while (wire.read(in)) {
                // Each read takes what is there.
            }
            return wire.toByteArray();
        } finally {
            large.release();
        }
    }

    private void decode(byte[] coded, List<String> codings, BoundedBytes into) throws IOException {
        acquire(decoders);
        try {
            BodyDecoding.decode(coded, codings, into);
        } finally {
            decoders.release();
        }
    }

    private static void acquire(Semaphore semaphore) throws InterruptedIOException {
        try {
            semaphore.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("broken off");
        }
    }
}
