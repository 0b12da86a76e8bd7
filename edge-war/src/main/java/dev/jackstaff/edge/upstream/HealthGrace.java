package dev.jackstaff.edge.upstream;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The configured time for which environments may go without an update before {@code /proxy/health} fails: a number of
 * seconds, or {@code never}.
 *
 * @param period empty if it is not configured
 * @param endless whether the age of environments never counts
 */
record HealthGrace(Optional<Duration> period, boolean endless) {
    private static final String NEVER = "never";
    private static final int MILLIS_DIGITS = 3;

    /**
     * The configured grace period.
     *
     * @throws IllegalArgumentException if it is no number of seconds
     */
    static HealthGrace of(EdgeSettings settings) {
        Optional<String> text = settings.text(ProtocolSetting.HEALTH_GRACE);
        boolean endless = text.filter(NEVER::equalsIgnoreCase).isPresent();
        return new HealthGrace(endless ? Optional.empty() : text.map(HealthGrace::seconds), endless);
    }

    private static Duration seconds(String text) {
        try {
            long millis = new BigDecimal(text).movePointRight(MILLIS_DIGITS).longValue();
            if (millis < 0) {
                throw new NumberFormatException("negative");
            }
            return Duration.ofMillis(millis);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    ProtocolSetting.HEALTH_GRACE.property() + " must be a number of seconds, 0 or more, or never",
                    noNumber);
        }
    }

    /** The age up to which the environments of an upstream count as updated; empty for any age. */
    Optional<Duration> healthyAge(Upstream upstream) {
        return endless ? Optional.empty() : upstream.healthyAge(period);
    }
}
