package dev.jackstaff.edge.settings;

import static dev.jackstaff.protocols.settings.SettingAlias.also;
import static dev.jackstaff.protocols.settings.SettingAlias.opposite;
import static dev.jackstaff.protocols.settings.SettingAlias.port;
import static dev.jackstaff.protocols.settings.SettingAlias.scheme;
import static dev.jackstaff.protocols.settings.SettingFormat.ADDRESSES;
import static dev.jackstaff.protocols.settings.SettingFormat.DURATION;
import static dev.jackstaff.protocols.settings.SettingFormat.NUMBER;
import static dev.jackstaff.protocols.settings.SettingFormat.SECONDS;
import static dev.jackstaff.protocols.settings.SettingFormat.SECRET;
import static dev.jackstaff.protocols.settings.SettingFormat.SWITCH;
import static dev.jackstaff.protocols.settings.SettingFormat.TEXT;

import dev.jackstaff.protocols.settings.ProtocolSetting;
import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.settings.SettingAlias;
import dev.jackstaff.protocols.settings.SettingFormat;
import java.util.List;
import java.util.stream.Stream;

/** A setting of an edge, besides those of its server and those that protocols depend on. */
public enum EdgeSetting implements Setting {
    /** The name of the hub's data grid. */
    GRID_CLUSTER("jackstaff.edge.grid.cluster", TEXT),

    /** The secrets that values in the data grid are sealed with, {@code SECRET,...}; the first seals, every one unseals. */
    GRID_SECRET("jackstaff.edge.grid.secret", TEXT),

    /** The hubs in the data grid, {@code host:port,...}. */
    GRID_MEMBERS("jackstaff.edge.grid.members", ADDRESSES),

    /** The address of this machine that this edge uses in the data grid. */
    GRID_INTERFACE("jackstaff.edge.grid.interface", TEXT),

    /** The port of this edge in the data grid; if it is in use, the next free one. */
    GRID_PORT("jackstaff.edge.grid.port", NUMBER),

    /** The kind of upstream that snapshots come from. */
    UPSTREAM_KIND("jackstaff.edge.upstream.kind", TEXT),

    /** The upstream's URL. */
    UPSTREAM_URL(
            "jackstaff.edge.upstream.url",
            TEXT,
            also("UPSTREAM_URL"),
            also("API_URL"),
            also("api_url"),
            also("FLEXFLAG_EDGE_HUB_URL"),
            also("FLEXFLAG_HUB_URL")),

    /** The key that this edge presents to the upstream. */
    UPSTREAM_KEY("jackstaff.edge.upstream.key", SECRET, also("FLEXFLAG_EDGE_API_KEY")),

    /** A PEM file with the CA certificates trusted for the upstream. */
    UPSTREAM_CA_FILE("jackstaff.edge.upstream.ca-file", TEXT),

    /** A PEM file with CA certificates that are trusted for the upstream, too. */
    UPSTREAM_ADDITIONAL_CA_FILE("jackstaff.edge.upstream.additional-ca-file", TEXT, also("UPSTREAM_CERTIFICATE_FILE")),

    /** Whether any certificate of the upstream is accepted. */
    UPSTREAM_UNVERIFIED("jackstaff.edge.upstream.unverified", SWITCH, also("SKIP_SSL_VERIFICATION")),

    /** A PEM file with this edge's own certificate, for the upstream. */
    UPSTREAM_CLIENT_CERTIFICATE(
            "jackstaff.edge.upstream.client-certificate", TEXT, also("PKCS8_CLIENT_CERTIFICATE_FILE")),

    /** A PEM file with the key of that certificate. */
    UPSTREAM_CLIENT_KEY("jackstaff.edge.upstream.client-key", TEXT, also("PKCS8_CLIENT_KEY_FILE")),

    /** A PKCS #12 file with this edge's own certificate and its key, for the upstream. */
    UPSTREAM_CLIENT_KEYSTORE("jackstaff.edge.upstream.client-keystore", TEXT, also("PKCS12_IDENTITY_FILE")),

    /** The password of that file. */
    UPSTREAM_CLIENT_KEYSTORE_PASSWORD(
            "jackstaff.edge.upstream.client-keystore-password", SECRET, also("PKCS12_PASSPHRASE")),

    /** The tokens that are known from the start; for a file, those that servers may present. */
    UPSTREAM_TOKENS("jackstaff.edge.upstream.tokens", TEXT, also("CLIENT_TOKENS"), also("TOKENS")),

    /** The tokens that browsers may present, for a file. */
    UPSTREAM_FRONTEND_TOKENS("jackstaff.edge.upstream.frontend-tokens", TEXT, also("FRONTEND_TOKENS")),

    /** Whether unknown tokens of clients are validated upstream. */
    UPSTREAM_DYNAMIC("jackstaff.edge.upstream.dynamic", SWITCH, also("DYNAMIC"), opposite("STRICT")),

    /** Pairs of a server-side and a client-side key, {@code SERVER:CLIENT,...} or as JSON. */
    UPSTREAM_KEYS("jackstaff.edge.upstream.keys", TEXT, also("ENVIRONMENT_KEY_PAIRS"), also("environment_key_pairs")),

    /** The file that snapshots are read from. */
    UPSTREAM_FILE("jackstaff.edge.upstream.file", TEXT, also("BOOTSTRAP_FILE")),

    /** The interval between two polls of a document or file. */
    UPSTREAM_INTERVAL(
            "jackstaff.edge.upstream.interval",
            SECONDS,
            also("FEATURES_REFRESH_INTERVAL_SECONDS"),
            also("API_POLL_FREQUENCY_SECONDS"),
            also("API_POLL_FREQUENCY"),
            also("api_poll_frequency_seconds"),
            also("api_poll_frequency"),
            also("RELOAD_INTERVAL")),

    /** The interval between two validations of known tokens. */
    UPSTREAM_REVALIDATION("jackstaff.edge.upstream.revalidation", SECONDS, also("TOKEN_REVALIDATION_INTERVAL_SECONDS")),

    /** Whether changes are received as a stream from the upstream. */
    UPSTREAM_STREAMING("jackstaff.edge.upstream.streaming", SWITCH, also("STREAMING")),

    /** The header in which the upstream expects tokens. */
    UPSTREAM_TOKEN_HEADER(
            "jackstaff.edge.upstream.token-header", TEXT, also("UPSTREAM_AUTH_HEADER"), also("TOKEN_HEADER")),

    /** Additional headers of every request to the upstream, {@code Name: value,...}. */
    UPSTREAM_HEADERS("jackstaff.edge.upstream.headers", TEXT, also("CUSTOM_CLIENT_HEADERS")),

    /** The timeout of a response from the upstream. */
    UPSTREAM_TIMEOUT(
            "jackstaff.edge.upstream.timeout",
            SECONDS,
            also("UPSTREAM_REQUEST_TIMEOUT"),
            also("API_POLL_TIMEOUT_SECONDS"),
            also("API_POLL_TIMEOUT"),
            also("api_poll_timeout_seconds"),
            also("api_poll_timeout")),

    /** The timeout of a connection to the upstream. */
    UPSTREAM_CONNECT_TIMEOUT("jackstaff.edge.upstream.connect-timeout", SECONDS, also("UPSTREAM_SOCKET_TIMEOUT")),

    /** The directory of this edge's data: snapshots, and usage that is not yet delivered. */
    DATA("jackstaff.edge.data", TEXT, also("BACKUP_FOLDER")),

    /** The URL of a Redis that edges share; or its parts, which take precedence over those of the URL. */
    STORE_REDIS_URL("jackstaff.edge.store.redis.url", TEXT, also("REDIS_URL")),
    STORE_REDIS_HOST("jackstaff.edge.store.redis.host", TEXT, also("REDIS_HOST")),
    STORE_REDIS_PORT("jackstaff.edge.store.redis.port", NUMBER, port("REDIS_PORT")),
    STORE_REDIS_USERNAME("jackstaff.edge.store.redis.username", TEXT, also("REDIS_USERNAME")),
    STORE_REDIS_PASSWORD("jackstaff.edge.store.redis.password", SECRET, also("REDIS_PASSWORD")),
    STORE_REDIS_TLS("jackstaff.edge.store.redis.tls", SWITCH, also("REDIS_SECURE"), scheme("REDIS_SCHEME")),

    /** A PEM file with the CA certificates trusted for that Redis. */
    STORE_REDIS_CA_FILE("jackstaff.edge.store.redis.ca-file", TEXT),

    /** A PEM file with this edge's own certificate, for that Redis. */
    STORE_REDIS_CLIENT_CERTIFICATE("jackstaff.edge.store.redis.client-certificate", TEXT),

    /** A PEM file with the key of that certificate. */
    STORE_REDIS_CLIENT_KEY("jackstaff.edge.store.redis.client-key", TEXT),

    /** A PKCS #12 file with this edge's own certificate and its key, for that Redis. */
    STORE_REDIS_CLIENT_KEYSTORE("jackstaff.edge.store.redis.client-keystore", TEXT),

    /** The password of that file. */
    STORE_REDIS_CLIENT_KEYSTORE_PASSWORD("jackstaff.edge.store.redis.client-keystore-password", SECRET),

    /** The kind of Redis installation: {@code single}. */
    STORE_REDIS_MODE("jackstaff.edge.store.redis.mode", TEXT, also("REDIS_MODE")),

    /** The prefix of all keys in that Redis. */
    STORE_REDIS_PREFIX("jackstaff.edge.store.redis.prefix", TEXT),

    /** The timeout of that Redis, in milliseconds. */
    STORE_REDIS_TIMEOUT(
            "jackstaff.edge.store.redis.timeout",
            NUMBER,
            also("REDIS_WRITE_CONNECTION_TIMEOUT_MILLISECONDS"),
            also("REDIS_READ_CONNECTION_TIMEOUT_MILLISECONDS")),

    /** The id of this edge, unique among all edges of a hub; generated and stored if it is not set. */
    ID("jackstaff.edge.id", TEXT),

    /** The interval at which counted usage is prepared for delivery, in seconds. */
    USAGE_INTERVAL("jackstaff.edge.usage.interval", NUMBER, also("METRICS_INTERVAL_SECONDS")),

    /** The maximum size of undelivered usage, in bytes. */
    USAGE_LIMIT("jackstaff.edge.usage.limit", NUMBER),

    /** The age beyond which a snapshot is stale, as an ISO 8601 duration. */
    STALE_AFTER("jackstaff.edge.stale.after", DURATION),

    /** The policy for stale snapshots: serve, warn or refuse. */
    STALE_POLICY("jackstaff.edge.stale.policy", TEXT),

    /** Whether the metrics are readable without a key. */
    METRICS_OPEN("jackstaff.edge.metrics.open", SWITCH),

    /** The time for which an edge that is stopping keeps serving requests, but is not ready. */
    SHUTDOWN_GRACE("jackstaff.edge.shutdown.grace", DURATION),

    /** The maximum time for which an edge that is stopping waits for running requests. */
    SHUTDOWN_LIMIT("jackstaff.edge.shutdown.limit", DURATION),

    /** The allowed origins; {@code *} for all. Also by environment: {@code .project.environment} appended. */
    CORS_ORIGINS("jackstaff.edge.cors.origins", TEXT, also("CORS_ORIGIN"), also("allow_origins")),

    /** The methods that cross-origin pages may use. */
    CORS_METHODS("jackstaff.edge.cors.methods", TEXT, also("CORS_METHODS")),

    /** The headers that cross-origin pages may send; {@code *} for all. */
    CORS_HEADERS("jackstaff.edge.cors.headers", TEXT, also("CORS_ALLOWED_HEADERS")),

    /** The response headers that cross-origin pages may read. */
    CORS_EXPOSED_HEADERS("jackstaff.edge.cors.exposed-headers", TEXT, also("CORS_EXPOSED_HEADERS")),

    /** The time for which a browser may cache a preflight response, in seconds. */
    CORS_MAX_AGE("jackstaff.edge.cors.max-age", NUMBER, also("CORS_MAX_AGE")),

    /** The addresses and CIDR blocks that may connect; all if empty. */
    ADDRESSES_ALLOWED("jackstaff.edge.addresses.allowed", TEXT, also("ALLOW_LIST")),

    /** The addresses and CIDR blocks that may not connect. */
    ADDRESSES_DENIED("jackstaff.edge.addresses.denied", TEXT, also("DENY_LIST"));

    private final String property;
    private final SettingFormat format;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of values
    private final List<SettingAlias> aliases;

    EdgeSetting(String property, SettingFormat format, SettingAlias... aliases) {
        this.property = property;
        this.format = format;
        this.aliases = List.of(aliases);
    }

    @Override
    public String property() {
        return property;
    }

    @Override
    public SettingFormat format() {
        return format;
    }

    @Override
    public List<SettingAlias> aliases() {
        return aliases;
    }

    /** All settings of an edge, those of the listeners and the protocols included. */
    public static List<Setting> all() {
        return Stream.<Setting[]>of(values(), ServerSetting.values(), ProtocolSetting.values())
                .flatMap(Stream::of)
                .toList();
    }
}
