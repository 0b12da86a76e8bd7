package dev.jackstaff.edge.settings;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.Set;
import java.util.stream.Stream;

/** The product that an edge replaces, if nothing but that product's settings says where flags come from. */
public enum ReplacedProduct {
    NONE(8081, 8443, Set.of()),
    UNLEASH_EDGE(3063, 3043, Set.of("UPSTREAM_URL", "BOOTSTRAP_FILE")),
    EDGE_PROXY(8000, 8443, Set.of("API_URL", "api_url", "ENVIRONMENT_KEY_PAIRS", "environment_key_pairs")),
    FLEXFLAG_EDGE(8081, 8443, Set.of("FLEXFLAG_EDGE_HUB_URL", "FLEXFLAG_HUB_URL"));

    private final int port;
    private final int securePort;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> upstreamNames;

    ReplacedProduct(int port, int securePort, Set<String> upstreamNames) {
        this.port = port;
        this.securePort = securePort;
        this.upstreamNames = upstreamNames;
    }

    /**
     * The product whose settings these are.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public static ReplacedProduct of(EdgeSettings settings) {
        UpstreamKind kind = UpstreamKind.of(settings);
        boolean ours = Stream.of(EdgeSetting.UPSTREAM_KIND, EdgeSetting.UPSTREAM_KEY, EdgeSetting.UPSTREAM_KEYS)
                .anyMatch(setting -> settings.namesOf(setting).contains(setting.property()));
        if (ours || kind == UpstreamKind.GRID) {
            return NONE;
        }
        return Stream.of(values())
                .filter(product -> product.upstreamNames.stream()
                        .anyMatch(name -> settings.value(name).isPresent()))
                .findFirst()
                .orElse(NONE);
    }

    /** The port that the product listens on if no port is set. */
    public int port() {
        return port;
    }

    /** Its port for HTTPS. */
    public int securePort() {
        return securePort;
    }
}
