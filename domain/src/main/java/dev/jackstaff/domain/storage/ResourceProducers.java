package dev.jackstaff.domain.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;

/** The CDI producers of resources of the container and of the clock. */
@ApplicationScoped
public class ResourceProducers {
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Produces
    @PersistenceContext(unitName = "jackstaff")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /** A clock that ticks in microseconds, as PostgreSQL stores them, so that what is read equals what was written. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
