package dev.jackstaff.edge.settings;

import static dev.jackstaff.protocols.settings.SettingAlias.also;
import static dev.jackstaff.protocols.settings.SettingFormat.DURATION;
import static dev.jackstaff.protocols.settings.SettingFormat.LOG_FORMAT;
import static dev.jackstaff.protocols.settings.SettingFormat.NUMBER;
import static dev.jackstaff.protocols.settings.SettingFormat.SWITCH;
import static dev.jackstaff.protocols.settings.SettingFormat.TEXT;

import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.settings.SettingAlias;
import dev.jackstaff.protocols.settings.SettingFormat;
import java.util.List;

/** A setting of the server that an edge runs on: its listeners and its log. */
public enum ServerSetting implements Setting {
    /** The address of the listeners; without it that of the server. */
    ADDRESS("jackstaff.edge.address", TEXT, also("INTERFACE"), also("config.json:server.host")),

    /** The port of HTTP; without it that of the server. */
    PORT("jackstaff.edge.port", NUMBER, also("PORT"), also("FLEXFLAG_EDGE_PORT"), also("config.json:server.port")),

    /** A PEM file with the certificate of HTTPS and its chain. */
    TLS_CERTIFICATE("jackstaff.edge.tls.certificate", TEXT, also("TLS_SERVER_CERT")),

    /** A PEM file with the key of that certificate. */
    TLS_KEY("jackstaff.edge.tls.key", TEXT, also("TLS_SERVER_KEY")),

    /** The port of HTTPS. */
    TLS_PORT("jackstaff.edge.tls.port", NUMBER, also("TLS_SERVER_PORT")),

    /** Whether HTTPS is served; by default if a certificate is set. */
    TLS_ENABLED("jackstaff.edge.tls.enabled", SWITCH, also("TLS_ENABLE")),

    /** The time within which a request must arrive. */
    REQUEST_TIMEOUT("jackstaff.edge.http.request-timeout", DURATION),

    /** The maximum number of open connections from one address. */
    CONNECTIONS_PER_ADDRESS("jackstaff.edge.connections.per-address", NUMBER),

    /** The form of the log. */
    LOG_FORM(
            "jackstaff.edge.log.format",
            LOG_FORMAT,
            also("JACKSTAFF_LOG_FORMAT"),
            also("LOG_FORMAT"),
            also("config.json:logging.log_format")),

    /** The levels of the log, as {@link LogLevels} reads them. */
    LOG_LEVEL(
            "jackstaff.edge.log.level",
            TEXT,
            also("RUST_LOG"),
            also("FLEXFLAG_LOG_LEVEL"),
            also("config.json:logging.log_level"));

    private final String property;
    private final SettingFormat format;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of values
    private final List<SettingAlias> aliases;

    ServerSetting(String property, SettingFormat format, SettingAlias... aliases) {
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
