package dev.jackstaff.protocols.settings;

import static dev.jackstaff.protocols.settings.SettingAlias.also;
import static dev.jackstaff.protocols.settings.SettingAlias.opposite;
import static dev.jackstaff.protocols.settings.SettingFormat.NUMBER;
import static dev.jackstaff.protocols.settings.SettingFormat.PATH;
import static dev.jackstaff.protocols.settings.SettingFormat.SECRET;
import static dev.jackstaff.protocols.settings.SettingFormat.SWITCH;
import static dev.jackstaff.protocols.settings.SettingFormat.TEXT;

import java.util.List;

/** A setting that protocols or what they share depend on. */
public enum ProtocolSetting implements Setting {
    /** The region of this edge, as its operators name it. */
    REGION("jackstaff.edge.region", TEXT),

    /** An additional path prefix under which everything is served, as {@code /flags}. */
    BASE_PATH("jackstaff.edge.base-path", PATH, also("BASE_PATH")),

    /** The maximum size of a request body in bytes, decompressed. */
    BODY_LIMIT("jackstaff.edge.http.body-limit", NUMBER),

    /** An additional header for keys, besides those of the protocols. */
    KEY_HEADER("jackstaff.edge.key.header", TEXT, also("TOKEN_HEADER"), also("EDGE_AUTH_HEADER")),

    /** The key of requests that present none. */
    KEYLESS_KEY("jackstaff.edge.keyless.key", SECRET, also("EDGE_CLIENT_SECRET")),

    /** The environment, {@code project/environment}, that requests without a key see as with a client key. */
    KEYLESS_ENVIRONMENT("jackstaff.edge.keyless.environment", TEXT),

    /** Attributes of every context, {@code name=value,...}. */
    CONTEXT("jackstaff.edge.context", TEXT),

    /** Headers whose values become attributes, {@code Header=name,...}; they take precedence over {@link #CONTEXT}. */
    CONTEXT_HEADERS("jackstaff.edge.context.headers", TEXT),

    /** Whether {@code Forwarded} and {@code X-Forwarded-For} are trusted. */
    PROXIES_TRUST("jackstaff.edge.proxies.trust", SWITCH, also("TRUST_PROXY")),

    /**
     * The addresses and CIDR blocks of the trusted proxies, if not all are trusted. Implies {@link #PROXIES_TRUST}.
     */
    PROXIES_TRUSTED("jackstaff.edge.proxies.trusted", TEXT, also("PROXY_TRUSTED_SERVERS")),

    /** The seconds without an update after which {@code /proxy/health} fails, or {@code never}. */
    HEALTH_GRACE(
            "jackstaff.edge.health.grace",
            TEXT,
            also("config.json:health_check.environment_update_grace_period_seconds")),

    /** The application name and instance id that this edge reports to its operators. */
    INSTANCE_NAME("jackstaff.edge.instance.name", TEXT, also("APP_NAME")),
    INSTANCE_ID("jackstaff.edge.instance.id", TEXT, also("INSTANCE_ID")),

    /** Whether routes that Unleash's edges make optional are disabled. */
    WITHOUT_ALL("jackstaff.edge.without.all", SWITCH, also("DISABLE_ALL_ENDPOINT")),
    WITHOUT_FEATURES("jackstaff.edge.without.features", SWITCH, also("DISABLE_FEATURES_ENDPOINT")),
    WITHOUT_INSTANCE_DATA("jackstaff.edge.without.instance-data", SWITCH, also("DISABLE_INSTANCE_DATA_ENDPOINT")),
    WITHOUT_METRICS(
            "jackstaff.edge.without.metrics",
            SWITCH,
            also("DISABLE_METRICS_ENDPOINT"),
            opposite("FLEXFLAG_EDGE_ENABLE_METRICS")),
    WITHOUT_METRICS_BATCH("jackstaff.edge.without.metrics-batch", SWITCH, also("DISABLE_METRICS_BATCH_ENDPOINT")),
    WITHOUT_TOKENS("jackstaff.edge.without.tokens", SWITCH, also("DISABLE_TOKENS_ENDPOINT"));

    private final String property;
    private final SettingFormat format;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of values
    private final List<SettingAlias> aliases;

    ProtocolSetting(String property, SettingFormat format, SettingAlias... aliases) {
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
}
