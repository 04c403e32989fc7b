package org.supplierscope.deploy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Whether the roles of this process are up and still do their work: `/q/health/ready`.
@Singleton
@org.eclipse.microprofile.health.Readiness
@jakarta.enterprise.inject.Default
public class Readiness implements HealthCheck {

    private final AtomicBoolean up = new AtomicBoolean();
    private final List<Supplier<List<String>>> parts = new CopyOnWriteArrayList<>();
    private final List<Supplier<List<String>>> notes = new CopyOnWriteArrayList<>();

    void up() {
        up.set(true);
    }

    void down() {
        up.set(false);
    }

    /// Asks a part for what somebody should mend although the work goes on. It is told, and does not count as trouble.
    void asksForNotes(Supplier<List<String>> part) {
        notes.add(part);
    }

    /// Asks a part for what has stopped in it, in words for people, whenever somebody wants to know.
    void asks(Supplier<List<String>> part) {
        parts.add(part);
    }

    @Override
    public HealthCheckResponse call() {
        boolean started = up.get();
        List<String> troubles = started ? answers(parts) : List.of();
        List<String> told = started ? answers(notes) : List.of();
        var answer = HealthCheckResponse.named("roles").status(started && troubles.isEmpty());
        if (!troubles.isEmpty()) {
            answer = answer.withData("troubles", String.join("; ", troubles));
        }
        if (!told.isEmpty()) {
            answer = answer.withData("notes", String.join("; ", told));
        }
        return answer.build();
    }

    private static List<String> answers(List<Supplier<List<String>>> parts) {
        return parts.stream().flatMap(part -> part.get().stream()).toList();
    }
}
