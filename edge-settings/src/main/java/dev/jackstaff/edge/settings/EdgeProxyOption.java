package dev.jackstaff.edge.settings;

import static dev.jackstaff.edge.settings.ForeignOption.Effect.HONOURED;
import static dev.jackstaff.edge.settings.ForeignOption.Effect.WITHOUT_EFFECT;

import java.util.Locale;

/**
 * The options of Flagsmith's Edge Proxy. Those in lower case are members of its configuration file, and variables of the
 * same name in upper case. An object in it is also a variable, as JSON.
 */
public enum EdgeProxyOption implements ForeignOption {
    CONFIG_PATH("CONFIG_PATH", HONOURED, "without it `config.json` in the working directory, or `/app/config.json`"),
    KEY_PAIRS("environment_key_pairs", HONOURED, ""),
    POLL_FREQUENCY("api_poll_frequency", HONOURED, ""),
    POLL_FREQUENCY_SECONDS("api_poll_frequency_seconds", HONOURED, ""),
    POLL_TIMEOUT("api_poll_timeout", HONOURED, ""),
    POLL_TIMEOUT_SECONDS("api_poll_timeout_seconds", HONOURED, ""),
    API_URL("api_url", HONOURED, ""),
    ALLOW_ORIGINS("allow_origins", HONOURED, ""),
    SERVER_HOST("server.host", HONOURED, ""),
    SERVER_PORT("server.port", HONOURED, "without it `./jackstaff edge` listens on 8000, as the Edge Proxy does"),
    SERVER_RELOAD("server.reload", WITHOUT_EFFECT, "it is for developers of the Edge Proxy"),
    SERVER_PROXY_HEADERS("server.proxy_headers", WITHOUT_EFFECT, "set `jackstaff.edge.proxies.trusted`"),
    SERVER_KEEP_ALIVE("server.timeout_keep_alive", WITHOUT_EFFECT, "connections stay open for 620 s"),
    LOG_LEVEL("logging.log_level", HONOURED, ""),
    LOG_FORMAT("logging.log_format", HONOURED, "the members of a JSON line have other names"),
    LOG_FIELD("logging.log_event_field_name", WITHOUT_EFFECT, "the text of a JSON line is its `LogMessage`"),
    LOG_COLOURS("logging.colours", WITHOUT_EFFECT, "the log has no colours"),
    LOG_ACCESS("logging.enable_access_log", WITHOUT_EFFECT, "requests are counted, and not logged"),
    LOG_OVERRIDE("logging.override", WITHOUT_EFFECT, "it is for Python's logging"),
    CACHE_FLAGS("endpoint_caches.flags.use_cache", WITHOUT_EFFECT, "an edge answers from memory"),
    CACHE_FLAGS_SIZE("endpoint_caches.flags.cache_max_size", WITHOUT_EFFECT, "an edge answers from memory"),
    CACHE_IDENTITIES("endpoint_caches.identities.use_cache", WITHOUT_EFFECT, "an edge answers from memory"),
    CACHE_IDENTITIES_SIZE("endpoint_caches.identities.cache_max_size", WITHOUT_EFFECT, "an edge answers from memory"),
    HEALTH_GRACE("health_check.environment_update_grace_period_seconds", HONOURED, "`null` is `never`"),
    WEB_CONCURRENCY("WEB_CONCURRENCY", WITHOUT_EFFECT, "an edge uses all processors that it may use"),
    FORWARDED_ALLOW_IPS("FORWARDED_ALLOW_IPS", WITHOUT_EFFECT, "set `jackstaff.edge.proxies.trusted`");

    private final String name;
    private final Effect effect;
    private final String remark;

    EdgeProxyOption(String name, Effect effect, String remark) {
        this.name = name;
        this.effect = effect;
        this.remark = remark;
    }

    /** The name under which the settings have it. */
    @Override
    public String variable() {
        return name.contains(".") ? "config.json:" + name : name;
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public String remark() {
        return remark;
    }

    /** The object of the configuration file that contains it, as a variable; its own variable if there is none. */
    public String environmentVariable() {
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).toUpperCase(Locale.ROOT);
    }
}
