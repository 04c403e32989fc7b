package org.supplierscope.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/// What becomes of a record that its topic does not take: it is tried again, and health tells
/// which topic and why. None is ever passed over, for that would lose an insight or a dead
/// letter; the position in `articles.v1` stays before the article until everything that follows
/// from it is written.
///
/// Made by Kafka Streams, which hands it the settings.
public final class RefusedRecords implements ProductionExceptionHandler {

    /// The setting that holds the [Failures] to be told.
    static final String FAILURES = "supplierscope.failures";

    private Failures failures = new Failures(System::nanoTime);

    @Override
    public void configure(Map<String, ?> settings) {
        failures = (Failures) Objects.requireNonNull(settings.get(FAILURES), FAILURES);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        boolean again = exception instanceof RetriableException;
        failures.refused("topic " + record.topic() + " does not take a record: " + exception.getMessage(), !again);
        return again ? Response.retry() : Response.fail(List.of());
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kafka Streams has it
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        failures.refused(
                "a record for topic " + record.topic() + " cannot be written: " + exception.getMessage(), true);
        return Response.fail(List.of());
    }
}
