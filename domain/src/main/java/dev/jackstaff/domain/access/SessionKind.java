package dev.jackstaff.domain.access;

import dev.jackstaff.domain.Labels;
import java.time.Duration;
import java.util.Locale;

/** The kind of a session of a user, by what the user holds. */
@SuppressWarnings("ImmutableEnumChecker") // durations are immutable
public enum SessionKind {
    /** A token for the management API. */
    TOKEN(Duration.ofHours(12), Duration.ofHours(12)),
    /** A cookie of the admin pages. */
    PAGES(Duration.ofHours(24), Duration.ofHours(8));

    public static final Labels<SessionKind> LABELS = Labels.of(values(), SessionKind::label);

    private final Duration lifetime;
    private final Duration idleTime;

    SessionKind(Duration lifetime, Duration idleTime) {
        this.lifetime = lifetime;
        this.idleTime = idleTime;
    }

    /** How long such a session lasts, however often it is used. */
    public Duration lifetime() {
        return lifetime;
    }

    /** How long such a session lasts without a request. */
    public Duration idleTime() {
        return idleTime;
    }

    /** The name in API and database: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
