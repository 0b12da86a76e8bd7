package dev.jackstaff.domain.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;

/** What the container and the machine provide, so that others can ask for it by type. */
@ApplicationScoped
public class ResourceProducers {
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Produces
    @PersistenceContext(unitName = "jackstaff")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /** Ticks in microseconds, as PostgreSQL keeps them: what was written is what is read. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
