package dev.jackstaff.protocols.environment;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The access of requests without a key, in the protocols whose own clients send none: none, unless the operator
 * configures it. A key without access is never replaced.
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
                settings.text(ProtocolSetting.KEYLESS_KEY).orElse(null),
                settings.text(ProtocolSetting.KEYLESS_ENVIRONMENT).orElse(null));
    }

    private KeylessAccess(@Nullable String key, @Nullable String environment) {
        this.key = key;
        this.environment = environment;
    }

    /** The policy that gives requests without a key no access. */
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
     * The access of a request.
     *
     * @param presented the request's key; null if it has none
     */
    public Access access(EnvironmentAccess environments, @Nullable String presented) {
        return presented == null && key == null && environment != null
                ? environments.accessWithoutKey(environment)
                : environments.access(presented == null ? key : presented);
    }
}
