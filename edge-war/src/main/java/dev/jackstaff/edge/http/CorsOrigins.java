package dev.jackstaff.edge.http;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The origins whose pages may read answers, of all environments or of each one's own. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the field
class CorsOrigins {
    private static final String ALL = "*";

    private final EdgeSettings settings = EdgeSettings.configured();
    private final Set<String> defaultOrigins =
            settings.list(EdgeSetting.CORS_ORIGINS).map(HashSet::new).orElseGet(() -> new HashSet<>(Set.of(ALL)));
    private final boolean hasEnvironmentOrigins = settings.hasEnvironmentOverrides(EdgeSetting.CORS_ORIGINS);
    private final Map<String, Set<String>> originsByEnvironment = new ConcurrentHashMap<>();

    @Inject
    LiveEnvironments environments;

    /** Whether answers differ by origin. */
    boolean vary() {
        return hasEnvironmentOrigins || !defaultOrigins.contains(ALL);
    }

    /** The value of {@code Access-Control-Allow-Origin} for an allowed origin. */
    String allowedValue(String origin) {
        return vary() ? origin : ALL;
    }

    /** Whether an origin is allowed for a request with this key, or with none. */
    boolean allow(String origin, @Nullable String key) {
        if (!hasEnvironmentOrigins) {
            return contains(defaultOrigins, origin);
        }
        if (key == null) {
            return allowAnywhere(origin);
        }
        return environments.access(key) instanceof Access.Granted granted
                ? contains(originsOf(granted.environment().snapshot().key()), origin)
                : contains(defaultOrigins, origin);
    }

    /**
     * Whether any environment allows an origin. So a preflight is answered, which carries no key: the request that
     * follows is checked for its own environment.
     */
    boolean allowAnywhere(String origin) {
        return contains(defaultOrigins, origin)
                || (hasEnvironmentOrigins
                        && environments.environments().keySet().stream()
                                .anyMatch(environment -> contains(originsOf(environment), origin)));
    }

    private static boolean contains(Set<String> origins, String origin) {
        return origins.contains(ALL) || origins.contains(origin);
    }

    private Set<String> originsOf(String environment) {
        return originsByEnvironment.computeIfAbsent(
                environment, key -> settings.listForEnvironment(EdgeSetting.CORS_ORIGINS, key.replace('/', '.'))
                        .<Set<String>>map(HashSet::new)
                        .orElse(defaultOrigins));
    }
}
