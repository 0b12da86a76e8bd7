package dev.jackstaff.domain.listing.control;

import dev.jackstaff.domain.flag.StalePolicy;
import dev.jackstaff.domain.flag.control.StalenessQuery;
import dev.jackstaff.domain.project.entity.Project;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * For whom, where and when flags are listed.
 *
 * @param user the id of the person who asks; that of nobody for a key
 */
public record ListingContext(Project project, String user, StalePolicy policy, Instant now) {
    /** The hours whose evaluations a list has. */
    public static final int HOURS = 24;

    String lifetimes() {
        return StalenessQuery.lifetimes(policy);
    }

    Instant usageSince() {
        return now.minus(Duration.ofDays(policy.usageDays()));
    }

    /** The first of the hours, of which the present one is the last. */
    Instant dayAgo() {
        return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1));
    }
}
