package dev.jackstaff.protocols.environment;

import dev.jackstaff.protocols.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What a request without a key opens, in the protocols whose own clients send none: nothing, unless whoever runs the host says
 * so. A key that opens nothing is never replaced.
 */
@ApplicationScoped
public class KeylessAccess {
    private final @Nullable String key;
    private final @Nullable String environment;

    public KeylessAccess() {
        this(EdgeSettings.configured());
    }

    private KeylessAccess(EdgeSettings settings) {
        this(
                settings.text(EdgeSetting.KEYLESS_KEY).orElse(null),
                settings.text(EdgeSetting.KEYLESS_ENVIRONMENT).orElse(null));
    }

    private KeylessAccess(@Nullable String key, @Nullable String environment) {
        this.key = key;
        this.environment = environment;
    }

    /** A request without a key opens nothing. */
    public static KeylessAccess none() {
        return new KeylessAccess(null, null);
    }

    public static KeylessAccess withKey(String key) {
        return new KeylessAccess(key, null);
    }

    public static KeylessAccess toEnvironment(String environment) {
        return new KeylessAccess(null, environment);
    }

    /**
     * What a request opens.
     *
     * @param presented the request's key; null where it has none
     */
    public Access access(EnvironmentAccess environments, @Nullable String presented) {
        return presented == null && key == null && environment != null
                ? environments.accessWithoutKey(environment)
                : environments.access(presented == null ? key : presented);
    }
}
