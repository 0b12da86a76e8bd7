package dev.jackstaff.edge.settings;

import static dev.jackstaff.edge.settings.EdgeSetting.GRID_CLUSTER;
import static dev.jackstaff.edge.settings.EdgeSetting.GRID_INTERFACE;
import static dev.jackstaff.edge.settings.EdgeSetting.GRID_MEMBERS;
import static dev.jackstaff.edge.settings.EdgeSetting.GRID_PORT;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_ADDITIONAL_CA_FILE;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_CA_FILE;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_CLIENT_CERTIFICATE;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_CLIENT_KEY;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_CLIENT_KEYSTORE;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_CLIENT_KEYSTORE_PASSWORD;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_CONNECT_TIMEOUT;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_DYNAMIC;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_FILE;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_FRONTEND_TOKENS;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_HEADERS;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_INTERVAL;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_KEY;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_KEYS;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_KIND;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_REVALIDATION;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_STREAMING;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_TIMEOUT;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_TOKENS;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_TOKEN_HEADER;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_UNVERIFIED;
import static dev.jackstaff.edge.settings.EdgeSetting.UPSTREAM_URL;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kind of upstream that snapshots come from, with the settings that it uses. If it is not set, it follows from the
 * other settings: a foreign system's environment says by its names which system it is.
 */
public enum UpstreamKind {
    GRID(EnumSet.of(GRID_CLUSTER, GRID_MEMBERS, GRID_INTERFACE, GRID_PORT)),
    HTTP(reachedOverHttp(UPSTREAM_KEY)),
    UNLEASH(reachedOverHttp(
            UPSTREAM_TOKENS,
            UPSTREAM_DYNAMIC,
            UPSTREAM_INTERVAL,
            UPSTREAM_REVALIDATION,
            UPSTREAM_STREAMING,
            UPSTREAM_TOKEN_HEADER,
            UPSTREAM_HEADERS,
            UPSTREAM_TIMEOUT,
            UPSTREAM_CONNECT_TIMEOUT)),
    FLAGSMITH(reachedOverHttp(UPSTREAM_KEYS, UPSTREAM_INTERVAL, UPSTREAM_TIMEOUT)),
    FILE(EnumSet.of(UPSTREAM_FILE, UPSTREAM_TOKENS, UPSTREAM_FRONTEND_TOKENS, UPSTREAM_INTERVAL));

    private static final Set<EdgeSetting> ALL = EnumSet.copyOf(
            Stream.of(values()).flatMap(kind -> kind.used.stream()).collect(Collectors.toSet()));

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<EdgeSetting> used;

    UpstreamKind(Set<EdgeSetting> used) {
        this.used = used;
    }

    private static Set<EdgeSetting> reachedOverHttp(EdgeSetting... others) {
        Set<EdgeSetting> used = EnumSet.of(
                UPSTREAM_URL,
                UPSTREAM_CA_FILE,
                UPSTREAM_ADDITIONAL_CA_FILE,
                UPSTREAM_UNVERIFIED,
                UPSTREAM_CLIENT_CERTIFICATE,
                UPSTREAM_CLIENT_KEY,
                UPSTREAM_CLIENT_KEYSTORE,
                UPSTREAM_CLIENT_KEYSTORE_PASSWORD);
        used.addAll(Set.of(others));
        return used;
    }

    /**
     * The kind that the settings mean.
     *
     * @throws IllegalArgumentException if they mean several, or if something of an upstream is set, but not which
     */
    public static UpstreamKind of(EdgeSettings settings) {
        return settings.text(UPSTREAM_KIND).map(UpstreamKind::parse).orElseGet(() -> new UpstreamEvidence(settings)
                .kind());
    }

    private static UpstreamKind parse(String key) {
        return Stream.of(values())
                .filter(kind -> kind.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        UPSTREAM_KIND.property() + " is \"" + key + "\"; it must be one of " + keys()));
    }

    /** All kinds, as the setting names them. */
    static String keys() {
        return Stream.of(values()).map(UpstreamKind::key).sorted().collect(Collectors.joining(", "));
    }

    /** The value of the setting for this kind. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The settings that upstreams of other kinds use, and this one does not. */
    Set<EdgeSetting> unused() {
        Set<EdgeSetting> unused = EnumSet.copyOf(ALL);
        unused.removeAll(used);
        return unused;
    }
}
