package dev.jackstaff.protocols.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A setting of an edge: Jackstaff's name for it, and the names that edges of other systems use, so that one of their
 * containers can be replaced without changing its environment. All names are here; the effect of a setting is where it
 * is used.
 */
public enum EdgeSetting {
    /** The name of the hub's data grid. */
    GRID_CLUSTER("jackstaff.edge.grid.cluster", Format.TEXT),

    /** The hubs in the data grid, {@code host:port,...}. */
    GRID_MEMBERS("jackstaff.edge.grid.members", Format.ADDRESSES),

    /** The address of this machine that this edge uses in the data grid. */
    GRID_INTERFACE("jackstaff.edge.grid.interface", Format.TEXT),

    /** The port of this edge in the data grid; if it is in use, the next free one. */
    GRID_PORT("jackstaff.edge.grid.port", Format.NUMBER),

    /** The kind of upstream that snapshots come from. */
    UPSTREAM_KIND("jackstaff.edge.upstream.kind", Format.TEXT),

    /** The upstream's URL. */
    UPSTREAM_URL("jackstaff.edge.upstream.url", Format.TEXT, also("UPSTREAM_URL"), also("API_URL"), also("api_url")),

    /** The key that this edge presents to the upstream. */
    UPSTREAM_KEY("jackstaff.edge.upstream.key", Format.TEXT),

    /** A PEM file with the CA certificates trusted for the upstream. */
    UPSTREAM_CA_FILE("jackstaff.edge.upstream.ca-file", Format.TEXT, also("UPSTREAM_CERTIFICATE_FILE")),

    /** A PEM file with this edge's own certificate, for the upstream. */
    UPSTREAM_CLIENT_CERTIFICATE(
            "jackstaff.edge.upstream.client-certificate", Format.TEXT, also("PKCS8_CLIENT_CERTIFICATE_FILE")),

    /** A PEM file with the key of that certificate. */
    UPSTREAM_CLIENT_KEY("jackstaff.edge.upstream.client-key", Format.TEXT, also("PKCS8_CLIENT_KEY_FILE")),

    /** A PKCS #12 file with this edge's own certificate and its key, for the upstream. */
    UPSTREAM_CLIENT_KEYSTORE("jackstaff.edge.upstream.client-keystore", Format.TEXT, also("PKCS12_IDENTITY_FILE")),

    /** The password of that file. */
    UPSTREAM_CLIENT_KEYSTORE_PASSWORD(
            "jackstaff.edge.upstream.client-keystore-password", Format.TEXT, also("PKCS12_PASSPHRASE")),

    /** The tokens that are known from the start; for a file, those that servers may present. */
    UPSTREAM_TOKENS("jackstaff.edge.upstream.tokens", Format.TEXT, also("CLIENT_TOKENS"), also("TOKENS")),

    /** The tokens that browsers may present, for a file. */
    UPSTREAM_FRONTEND_TOKENS("jackstaff.edge.upstream.frontend-tokens", Format.TEXT, also("FRONTEND_TOKENS")),

    /** Whether unknown tokens of clients are validated upstream. */
    UPSTREAM_DYNAMIC("jackstaff.edge.upstream.dynamic", Format.SWITCH, also("DYNAMIC"), opposite("STRICT")),

    /** Pairs of a server-side and a client-side key, {@code SERVER:CLIENT,...} or as JSON. */
    UPSTREAM_KEYS(
            "jackstaff.edge.upstream.keys", Format.TEXT, also("ENVIRONMENT_KEY_PAIRS"), also("environment_key_pairs")),

    /** The file that snapshots are read from. */
    UPSTREAM_FILE("jackstaff.edge.upstream.file", Format.TEXT, also("BOOTSTRAP_FILE")),

    /** The interval between two polls of a document or file. */
    UPSTREAM_INTERVAL(
            "jackstaff.edge.upstream.interval",
            Format.SECONDS,
            also("FEATURES_REFRESH_INTERVAL_SECONDS"),
            also("API_POLL_FREQUENCY_SECONDS"),
            also("API_POLL_FREQUENCY"),
            also("api_poll_frequency_seconds"),
            also("RELOAD_INTERVAL")),

    /** The interval between two validations of known tokens. */
    UPSTREAM_REVALIDATION(
            "jackstaff.edge.upstream.revalidation", Format.SECONDS, also("TOKEN_REVALIDATION_INTERVAL_SECONDS")),

    /** Whether changes are received as a stream from the upstream. */
    UPSTREAM_STREAMING("jackstaff.edge.upstream.streaming", Format.SWITCH, also("STREAMING")),

    /** The header in which the upstream expects tokens. */
    UPSTREAM_TOKEN_HEADER(
            "jackstaff.edge.upstream.token-header", Format.TEXT, also("UPSTREAM_AUTH_HEADER"), also("TOKEN_HEADER")),

    /** Additional headers of every request to the upstream, {@code Name: value,...}. */
    UPSTREAM_HEADERS("jackstaff.edge.upstream.headers", Format.TEXT, also("CUSTOM_CLIENT_HEADERS")),

    /** The timeout of a response from the upstream. */
    UPSTREAM_TIMEOUT(
            "jackstaff.edge.upstream.timeout",
            Format.SECONDS,
            also("UPSTREAM_REQUEST_TIMEOUT"),
            also("API_POLL_TIMEOUT_SECONDS"),
            also("API_POLL_TIMEOUT"),
            also("api_poll_timeout_seconds")),

    /** The timeout of a connection to the upstream. */
    UPSTREAM_CONNECT_TIMEOUT(
            "jackstaff.edge.upstream.connect-timeout", Format.SECONDS, also("UPSTREAM_SOCKET_TIMEOUT")),

    /** The directory of this edge's data: snapshots, and usage that is not yet delivered. */
    DATA("jackstaff.edge.data", Format.TEXT, also("BACKUP_FOLDER")),

    /** The URL of a Redis that edges share; or its parts, which take precedence over those of the URL. */
    STORE_REDIS_URL("jackstaff.edge.store.redis.url", Format.TEXT, also("REDIS_URL")),
    STORE_REDIS_HOST("jackstaff.edge.store.redis.host", Format.TEXT, also("REDIS_HOST")),
    STORE_REDIS_PORT("jackstaff.edge.store.redis.port", Format.NUMBER, port("REDIS_PORT")),
    STORE_REDIS_USERNAME("jackstaff.edge.store.redis.username", Format.TEXT, also("REDIS_USERNAME")),
    STORE_REDIS_PASSWORD("jackstaff.edge.store.redis.password", Format.TEXT, also("REDIS_PASSWORD")),
    STORE_REDIS_TLS("jackstaff.edge.store.redis.tls", Format.SWITCH, also("REDIS_SECURE"), scheme("REDIS_SCHEME")),

    /** A PEM file with the CA certificates trusted for that Redis. */
    STORE_REDIS_CA_FILE("jackstaff.edge.store.redis.ca-file", Format.TEXT),

    /** A PEM file with this edge's own certificate, for that Redis. */
    STORE_REDIS_CLIENT_CERTIFICATE("jackstaff.edge.store.redis.client-certificate", Format.TEXT),

    /** A PEM file with the key of that certificate. */
    STORE_REDIS_CLIENT_KEY("jackstaff.edge.store.redis.client-key", Format.TEXT),

    /** A PKCS #12 file with this edge's own certificate and its key, for that Redis. */
    STORE_REDIS_CLIENT_KEYSTORE("jackstaff.edge.store.redis.client-keystore", Format.TEXT),

    /** The password of that file. */
    STORE_REDIS_CLIENT_KEYSTORE_PASSWORD("jackstaff.edge.store.redis.client-keystore-password", Format.TEXT),

    /** The kind of Redis installation: {@code single}. */
    STORE_REDIS_MODE("jackstaff.edge.store.redis.mode", Format.TEXT, also("REDIS_MODE")),

    /** The prefix of all keys in that Redis. */
    STORE_REDIS_PREFIX("jackstaff.edge.store.redis.prefix", Format.TEXT),

    /** The timeout of that Redis, in milliseconds. */
    STORE_REDIS_TIMEOUT(
            "jackstaff.edge.store.redis.timeout",
            Format.NUMBER,
            also("REDIS_WRITE_CONNECTION_TIMEOUT_MILLISECONDS"),
            also("REDIS_READ_CONNECTION_TIMEOUT_MILLISECONDS")),

    /** The id of this edge, unique among all edges of a hub; generated and stored if it is not set. */
    ID("jackstaff.edge.id", Format.TEXT),

    /** The region of this edge, as its operators name it. */
    REGION("jackstaff.edge.region", Format.TEXT),

    /** The interval at which counted usage is prepared for delivery, in seconds. */
    USAGE_INTERVAL("jackstaff.edge.usage.interval", Format.NUMBER),

    /** The maximum size of undelivered usage, in bytes. */
    USAGE_LIMIT("jackstaff.edge.usage.limit", Format.NUMBER),

    /** The age beyond which a snapshot is stale, as an ISO 8601 duration. */
    STALE_AFTER("jackstaff.edge.stale.after", Format.DURATION),

    /** The policy for stale snapshots: serve, warn or refuse. */
    STALE_POLICY("jackstaff.edge.stale.policy", Format.TEXT),

    /** Whether the metrics are readable without a key. */
    METRICS_OPEN("jackstaff.edge.metrics.open", Format.SWITCH),

    /** An additional path prefix under which everything is served, as {@code /flags}. */
    BASE_PATH("jackstaff.edge.base-path", Format.PATH, also("BASE_PATH")),

    /** A PEM file with the certificate of HTTPS and its chain. */
    TLS_CERTIFICATE("jackstaff.edge.tls.certificate", Format.TEXT, also("TLS_SERVER_CERT")),

    /** A PEM file with the key of that certificate. */
    TLS_KEY("jackstaff.edge.tls.key", Format.TEXT, also("TLS_SERVER_KEY")),

    /** The port of HTTPS. */
    TLS_PORT("jackstaff.edge.tls.port", Format.NUMBER, also("TLS_SERVER_PORT")),

    /** Whether HTTPS is served; by default if a certificate is set. */
    TLS_ENABLED("jackstaff.edge.tls.enabled", Format.SWITCH, also("TLS_ENABLE")),

    /** The time for which an edge that is stopping keeps serving requests, but is not ready. */
    SHUTDOWN_GRACE("jackstaff.edge.shutdown.grace", Format.DURATION),

    /** The maximum time for which an edge that is stopping waits for running requests. */
    SHUTDOWN_LIMIT("jackstaff.edge.shutdown.limit", Format.DURATION),

    /** The maximum size of a request body in bytes, decompressed. */
    BODY_LIMIT("jackstaff.edge.http.body-limit", Format.NUMBER),

    /** An additional header for keys, besides those of the protocols. */
    KEY_HEADER("jackstaff.edge.key.header", Format.TEXT, also("TOKEN_HEADER"), also("EDGE_AUTH_HEADER")),

    /** The key of requests that present none. */
    KEYLESS_KEY("jackstaff.edge.keyless.key", Format.TEXT, also("EDGE_CLIENT_SECRET")),

    /** The environment, {@code project/environment}, that requests without a key see as with a client key. */
    KEYLESS_ENVIRONMENT("jackstaff.edge.keyless.environment", Format.TEXT),

    /** The allowed origins; {@code *} for all. Also by environment: {@code .project.environment} appended. */
    CORS_ORIGINS("jackstaff.edge.cors.origins", Format.TEXT, also("CORS_ORIGIN")),

    /** The methods that cross-origin pages may use. */
    CORS_METHODS("jackstaff.edge.cors.methods", Format.TEXT, also("CORS_METHODS")),

    /** The headers that cross-origin pages may send; {@code *} for all. */
    CORS_HEADERS("jackstaff.edge.cors.headers", Format.TEXT, also("CORS_ALLOWED_HEADERS")),

    /** The response headers that cross-origin pages may read. */
    CORS_EXPOSED_HEADERS("jackstaff.edge.cors.exposed-headers", Format.TEXT, also("CORS_EXPOSED_HEADERS")),

    /** The time for which a browser may cache a preflight response, in seconds. */
    CORS_MAX_AGE("jackstaff.edge.cors.max-age", Format.NUMBER, also("CORS_MAX_AGE")),

    /** Attributes of every context, {@code name=value,...}. */
    CONTEXT("jackstaff.edge.context", Format.TEXT),

    /** Headers whose values become attributes, {@code Header=name,...}; they take precedence over {@link #CONTEXT}. */
    CONTEXT_HEADERS("jackstaff.edge.context.headers", Format.TEXT),

    /** Whether {@code Forwarded} and {@code X-Forwarded-For} are trusted. */
    PROXIES_TRUST("jackstaff.edge.proxies.trust", Format.SWITCH, also("TRUST_PROXY")),

    /**
     * The addresses and CIDR blocks of the trusted proxies, if not all are trusted. Implies {@link #PROXIES_TRUST}.
     */
    PROXIES_TRUSTED("jackstaff.edge.proxies.trusted", Format.TEXT, also("PROXY_TRUSTED_SERVERS")),

    /** The addresses and CIDR blocks that may connect; all if empty. */
    ADDRESSES_ALLOWED("jackstaff.edge.addresses.allowed", Format.TEXT, also("ALLOW_LIST")),

    /** The addresses and CIDR blocks that may not connect. */
    ADDRESSES_DENIED("jackstaff.edge.addresses.denied", Format.TEXT, also("DENY_LIST")),

    /** The application name and instance id that this edge reports to its operators. */
    INSTANCE_NAME("jackstaff.edge.instance.name", Format.TEXT, also("APP_NAME")),
    INSTANCE_ID("jackstaff.edge.instance.id", Format.TEXT, also("INSTANCE_ID")),

    /** Whether routes that Unleash's edges make optional are disabled. */
    WITHOUT_ALL("jackstaff.edge.without.all", Format.SWITCH, also("DISABLE_ALL_ENDPOINT")),
    WITHOUT_FEATURES("jackstaff.edge.without.features", Format.SWITCH, also("DISABLE_FEATURES_ENDPOINT")),
    WITHOUT_INSTANCE_DATA(
            "jackstaff.edge.without.instance-data", Format.SWITCH, also("DISABLE_INSTANCE_DATA_ENDPOINT")),
    WITHOUT_METRICS(
            "jackstaff.edge.without.metrics",
            Format.SWITCH,
            also("DISABLE_METRICS_ENDPOINT"),
            opposite("FLEXFLAG_EDGE_ENABLE_METRICS")),
    WITHOUT_METRICS_BATCH(
            "jackstaff.edge.without.metrics-batch", Format.SWITCH, also("DISABLE_METRICS_BATCH_ENDPOINT")),
    WITHOUT_TOKENS("jackstaff.edge.without.tokens", Format.SWITCH, also("DISABLE_TOKENS_ENDPOINT"));

    private final String property;
    private final Format form;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of values
    private final List<Alias> aliases;

    EdgeSetting(String property, Format form, Alias... aliases) {
        this.property = property;
        this.form = form;
        this.aliases = List.of(aliases);
    }

    /** Jackstaff's name for the setting, as MicroProfile Config has it. */
    public String property() {
        return property;
    }

    /** The foreign names for the setting, in order of precedence; Jackstaff's name precedes them all. */
    List<Alias> aliases() {
        return aliases;
    }

    /**
     * The normalized value.
     *
     * @throws IllegalArgumentException naming the setting, if the value has another format
     */
    String normalize(String value) {
        try {
            return form.normalize(value);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(property + ": " + form.sentence + ", not " + value, invalid);
        }
    }

    /**
     * A foreign system's name for a setting.
     *
     * @param translation from the foreign system's values to Jackstaff's
     */
    record Alias(String name, UnaryOperator<String> translation) {}

    private static Alias also(String name) {
        return new Alias(name, UnaryOperator.identity());
    }

    private static Alias opposite(String name) {
        return new Alias(
                name, value -> Boolean.toString(!Format.SWITCH.normalize(value).equals(Format.ON)));
    }

    /**
     * A name for a port: the port itself, or the address that Kubernetes puts under the name of a service's port:
     * {@code tcp://10.0.0.1:6379}.
     */
    private static Alias port(String name) {
        return new Alias(name, value -> value.substring(value.lastIndexOf(':') + 1));
    }

    /** A name for the scheme of a URL: whether it uses TLS. */
    private static Alias scheme(String name) {
        return new Alias(name, value -> Boolean.toString(value.equals("rediss") || value.equals("tls")));
    }

    /** The format of a setting's value. */
    private enum Format {
        TEXT("a text is expected") {
            @Override
            String normalize(String value) {
                return value;
            }
        },
        ADDRESSES("host:port, separated by commas, is expected") {
            @Override
            String normalize(String value) {
                for (String address : value.split(",", -1)) {
                    if (!ADDRESS.matcher(address.strip()).matches() || port(address.strip()) > MAX_PORT) {
                        throw new IllegalArgumentException("no address with a port");
                    }
                }
                return value;
            }

            private static int port(String address) {
                return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            }
        },
        NUMBER("a number from 0 to 2147483647 is expected") {
            @Override
            String normalize(String value) {
                int number = Integer.parseInt(value);
                if (number < 0) {
                    throw new IllegalArgumentException("negative");
                }
                return Integer.toString(number);
            }
        },
        DURATION("a duration as PT30S is expected") {
            @Override
            String normalize(String value) {
                try {
                    return Duration.parse(value).toString();
                } catch (DateTimeParseException invalid) {
                    throw new IllegalArgumentException("no duration", invalid);
                }
            }
        },
        SECONDS("a number of seconds is expected") {
            @Override
            String normalize(String value) {
                BigDecimal seconds = new BigDecimal(value);
                if (seconds.signum() < 0) {
                    throw new IllegalArgumentException("negative");
                }
                return seconds.toPlainString();
            }
        },
        PATH("a path as /flags is expected") {
            @Override
            String normalize(String value) {
                String path = SLASHES.matcher("/" + value + "/").replaceAll("/");
                if (!PATHS.matcher(path).matches()) {
                    throw new IllegalArgumentException("other characters");
                }
                return path.substring(0, path.length() - 1);
            }
        },
        SWITCH("true or false is expected") {
            @Override
            String normalize(String value) {
                String word = value.toLowerCase(Locale.ROOT);
                if (YES.contains(word)) {
                    return ON;
                }
                if (NO.contains(word)) {
                    return OFF;
                }
                throw new IllegalArgumentException("neither");
            }
        };

        private static final String ON = "true";
        private static final String OFF = "false";
        private static final Set<String> YES = Set.of(ON, "1", "yes", "on", "y", "t");
        private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]]+):\\d{1,5}");
        private static final int MAX_PORT = 65_535;
        private static final Pattern SLASHES = Pattern.compile("/+");
        private static final Pattern PATHS = Pattern.compile("/([A-Za-z0-9._~-]+/)*");
        private static final Set<String> NO = Set.of(OFF, "0", "no", "off", "n", "f");

        private final String sentence;

        Format(String sentence) {
            this.sentence = sentence;
        }

        abstract String normalize(String value);
    }
}
