package dev.jackstaff.cli.installation;

import java.util.Locale;
import java.util.Optional;

/** A setting of FlexFlag's server: a variable, and a value of its {@code config.yaml}. */
public enum FlexFlagOption {
    SERVER_HOST("everything that up starts listens on 127.0.0.1"),
    SERVER_PORT(),
    SERVER_ENVIRONMENT("it is for the log of FlexFlag"),
    DATABASE_HOST(),
    DATABASE_PORT(),
    DATABASE_USERNAME(),
    DATABASE_PASSWORD(),
    DATABASE_DATABASE(),
    DATABASE_NAME(),
    DATABASE_SSL_MODE(),
    DATABASE_MAX_CONNS("the hub's pool has a size of its own"),
    DATABASE_MIN_CONNS("the hub's pool has a size of its own"),
    REDIS_HOST("the hub needs no Redis"),
    REDIS_PORT("the hub needs no Redis"),
    REDIS_DATABASE("the hub needs no Redis"),
    REDIS_PASSWORD("the hub needs no Redis"),
    AUTH_JWT_SECRET("the hub signs with a key pair of its own; users sign in again"),
    AUTH_JWT_EXPIRY("tokens of the hub are valid for 12 hours"),
    JWT_SECRET("the hub signs with a key pair of its own; users sign in again"),
    JWT_EXPIRY("tokens of the hub are valid for 12 hours"),
    LOGGING_LEVEL("the hub logs at INFO"),
    LOG_LEVEL("the hub logs at INFO"),
    LOGGING_FORMAT("set JACKSTAFF_LOG_FORMAT");

    private final Optional<String> whyWithoutEffect;

    FlexFlagOption() {
        this.whyWithoutEffect = Optional.empty();
    }

    FlexFlagOption(String whyWithoutEffect) {
        this.whyWithoutEffect = Optional.of(whyWithoutEffect);
    }

    /** The environment variable. */
    public String variable() {
        return "FLEXFLAG_" + name();
    }

    /** The place in the configuration file, as {@code server.port}. */
    public String member() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /** Why the option has no effect here; empty if it has one. */
    public Optional<String> whyWithoutEffect() {
        return whyWithoutEffect;
    }
}
