package dev.jackstaff.edge.settings;

import static dev.jackstaff.edge.settings.ForeignOption.Effect.COMMAND;
import static dev.jackstaff.edge.settings.ForeignOption.Effect.HONOURED;
import static dev.jackstaff.edge.settings.ForeignOption.Effect.REFUSED;
import static dev.jackstaff.edge.settings.ForeignOption.Effect.WITHOUT_EFFECT;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of Unleash Edge. Each has a long form on the command line, and some have a short one. */
public enum UnleashEdgeOption implements ForeignOption {
    PORT(HONOURED, "-p", "without it `./jackstaff edge` listens on 3063, as Unleash Edge does"),
    INTERFACE(HONOURED, "-i", ""),
    BASE_PATH(HONOURED, "-b", "the routes stay available without the prefix, too"),
    WORKERS(WITHOUT_EFFECT, "-w", "an edge uses all processors that it may use"),
    TLS_ENABLE(HONOURED, "", ""),
    TLS_SERVER_KEY(HONOURED, "", ""),
    TLS_SERVER_CERT(HONOURED, "", "a replaced file is used without a restart"),
    TLS_SERVER_PORT(HONOURED, "", "3043 without it, if nothing but Unleash Edge's settings names the upstream"),
    REDIRECT_HTTP_TO_HTTPS(REFUSED, "", "an edge answers over HTTP, too; let the proxy in front of it redirect"),
    INSTANCE_ID(HONOURED, "", ""),
    APP_NAME(HONOURED, "-a", ""),
    LOG_FORMAT(HONOURED, "-l", "`pretty` is `plain`"),
    RUST_LOG(HONOURED, null, "levels of `unleash_edge` are those of the edge; those of other modules have no effect"),
    TOKEN_HEADER(HONOURED, "", ""),
    EDGE_AUTH_HEADER(HONOURED, "", ""),
    UPSTREAM_AUTH_HEADER(HONOURED, "", ""),
    TRUST_PROXY(HONOURED, "", ""),
    PROXY_TRUSTED_SERVERS(HONOURED, "", ""),
    ALLOW_LIST(HONOURED, "", ""),
    DENY_LIST(HONOURED, "", ""),
    CORS_ORIGIN(HONOURED, "", ""),
    CORS_ALLOWED_HEADERS(HONOURED, "", ""),
    CORS_EXPOSED_HEADERS(HONOURED, "", ""),
    CORS_METHODS(HONOURED, "", ""),
    CORS_MAX_AGE(HONOURED, "", ""),
    DISABLE_ALL_ENDPOINT(HONOURED, "", ""),
    DISABLE_METRICS_ENDPOINT(HONOURED, "", ""),
    DISABLE_METRICS_BATCH_ENDPOINT(HONOURED, "", ""),
    DISABLE_FEATURES_ENDPOINT(HONOURED, "", ""),
    DISABLE_TOKENS_ENDPOINT(HONOURED, "", ""),
    DISABLE_INSTANCE_DATA_ENDPOINT(HONOURED, "", ""),
    EDGE_REQUEST_TIMEOUT(WITHOUT_EFFECT, "", "the server has a limit of its own"),
    EDGE_KEEPALIVE_TIMEOUT(WITHOUT_EFFECT, "", "connections stay open for 620 s"),
    EDGE_URL(COMMAND, "-e", ""),
    CA_CERTIFICATE_FILE(COMMAND, "", ""),
    UPSTREAM_URL(HONOURED, "-u", ""),
    REDIS_URL(HONOURED, "-r", "together with a backup folder, the newer content counts"),
    REDIS_MODE(HONOURED, "", "`single` only"),
    REDIS_HOST(HONOURED, "", ""),
    REDIS_PORT(HONOURED, "", ""),
    REDIS_USERNAME(HONOURED, "", ""),
    REDIS_PASSWORD(HONOURED, "", ""),
    REDIS_SECURE(HONOURED, "", ""),
    REDIS_SCHEME(HONOURED, "", ""),
    REDIS_READ_CONNECTION_TIMEOUT_MILLISECONDS(HONOURED, "", ""),
    REDIS_WRITE_CONNECTION_TIMEOUT_MILLISECONDS(HONOURED, "", ""),
    S3_BUCKET_NAME(REFUSED, "", "snapshots are kept in a directory or in a Redis"),
    BACKUP_FOLDER(HONOURED, "-b", "each edge needs a folder of its own; files of Unleash Edge are not read"),
    METRICS_INTERVAL_SECONDS(HONOURED, "-m", "10 s without it"),
    FEATURES_REFRESH_INTERVAL_SECONDS(HONOURED, "-f", ""),
    TOKEN_REVALIDATION_INTERVAL_SECONDS(HONOURED, "", ""),
    TOKENS(HONOURED, "-t", ""),
    CLIENT_TOKENS(HONOURED, "", ""),
    FRONTEND_TOKENS(HONOURED, "", ""),
    PRETRUSTED_TOKENS(REFUSED, "", "an edge asks its server about every token; use `TOKENS`"),
    STRICT(HONOURED, "", ""),
    DYNAMIC(HONOURED, "", ""),
    STREAMING(HONOURED, "", "on without it; an Unleash server without a stream is polled"),
    DELTA(WITHOUT_EFFECT, "", "an edge fetches whole documents, and serves changes itself"),
    CUSTOM_CLIENT_HEADERS(HONOURED, "-H", ""),
    SKIP_SSL_VERIFICATION(HONOURED, "-s", "a line of the log warns"),
    PKCS8_CLIENT_CERTIFICATE_FILE(HONOURED, "", ""),
    PKCS8_CLIENT_KEY_FILE(HONOURED, "", ""),
    PKCS12_IDENTITY_FILE(HONOURED, "", ""),
    PKCS12_PASSPHRASE(HONOURED, "", ""),
    PEM_CERT_FILE(REFUSED, "", "use `PKCS8_CLIENT_CERTIFICATE_FILE` and `PKCS8_CLIENT_KEY_FILE`"),
    UPSTREAM_CERTIFICATE_FILE(HONOURED, "", "Java's own authorities stay trusted, too"),
    UPSTREAM_REQUEST_TIMEOUT(HONOURED, "", ""),
    UPSTREAM_SOCKET_TIMEOUT(HONOURED, "", ""),
    CLIENT_KEEPALIVE_TIMEOUT(WITHOUT_EFFECT, "", "Java's client decides"),
    UNLEASH_CLIENT_SECRET(REFUSED, null, "tokens are issued for licensed edges only; use `TOKENS`"),
    PROMETHEUS_REMOTE_WRITE_URL(WITHOUT_EFFECT, "", "an edge pushes no measurements; read `/metrics`"),
    OTEL_EXPORTER_OTLP_ENDPOINT(WITHOUT_EFFECT, "", "an edge sends no traces"),
    DATADOG_URL(WITHOUT_EFFECT, "", "an edge sends no traces"),
    BOOTSTRAP_FILE(HONOURED, "-b", ""),
    RELOAD_INTERVAL(HONOURED, "-r", "1 s without it");

    private final Effect effect;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of values
    private final List<String> flags;

    private final String remark;

    /**
     * An option.
     *
     * @param shortFlag empty if there is none, null if it is a variable only
     */
    UnleashEdgeOption(Effect effect, @Nullable String shortFlag, String remark) {
        this.effect = effect;
        this.flags = shortFlag == null
                ? List.of()
                : Stream.of(shortFlag, "--" + name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .filter(flag -> !flag.isEmpty())
                        .toList();
        this.remark = remark;
    }

    @Override
    public String variable() {
        return name();
    }

    @Override
    public List<String> flags() {
        return flags;
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public String remark() {
        return remark;
    }
}
