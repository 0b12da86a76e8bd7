package dev.jackstaff.domain.usage;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Labels;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The criteria of a usage query.
 *
 * @param environment limits the query to an environment; empty for all
 * @param from included
 * @param to excluded
 */
public record UsageQuery(Optional<EnvironmentKey> environment, Instant from, Instant to, Interval interval) {
    /** The interval that counts are summed by, in UTC. */
    public enum Interval {
        HOUR(Duration.ofDays(31)),
        DAY(Duration.ofDays(731));

        public static final Labels<Interval> LABELS = Labels.of(values(), Interval::label);

        private final Duration maxPeriod;

        Interval(Duration maxPeriod) {
            this.maxPeriod = maxPeriod;
        }

        /** The name in the API: lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public UsageQuery {
        if (!from.isBefore(to)) {
            throw new DomainException.Invalid("from", "\"from\" must be before \"to\"");
        }
        if (Duration.between(from, to).compareTo(interval.maxPeriod) > 0) {
            throw new DomainException.Invalid(
                    "from",
                    "a query by " + interval.label() + " covers at most " + interval.maxPeriod.toDays() + " days");
        }
    }
}
