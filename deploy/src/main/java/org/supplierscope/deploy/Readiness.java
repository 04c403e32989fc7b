package org.supplierscope.deploy;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Whether the roles of this process are up: `/q/health/ready`.
@Singleton
@org.eclipse.microprofile.health.Readiness
@jakarta.enterprise.inject.Default
public class Readiness implements HealthCheck {

    private final AtomicBoolean up = new AtomicBoolean();

    void up() {
        up.set(true);
    }

    void down() {
        up.set(false);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("roles").status(up.get()).build();
    }
}
