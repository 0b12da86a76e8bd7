package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * The access check for keys as Flagsmith's clients present them. Some clients evaluate locally only with a key that
 * begins with {@code ser.}, so every key is accepted with that prefix too.
 */
@Dependent
class FlagsmithKeyAccess {
    private static final String SERVER_PREFIX = "ser.";

    private final EnvironmentAccess environments;

    @Inject
    FlagsmithKeyAccess(EnvironmentAccess environments) {
        this.environments = environments;
    }

    Access access(@Nullable String key) {
        Access access = environments.access(key);
        if (access instanceof Access.Granted || key == null || !key.startsWith(SERVER_PREFIX)) {
            return access;
        }
        Access unprefixed = environments.access(key.substring(SERVER_PREFIX.length()));
        return unprefixed instanceof Access.Unknown ? access : unprefixed;
    }
}
