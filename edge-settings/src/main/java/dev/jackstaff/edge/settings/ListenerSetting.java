package dev.jackstaff.edge.settings;

import static dev.jackstaff.protocols.settings.SettingFormat.DURATION;
import static dev.jackstaff.protocols.settings.SettingFormat.NUMBER;

import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.settings.SettingAlias;
import dev.jackstaff.protocols.settings.SettingFormat;
import java.util.List;

/** A setting of the edge's listeners. */
public enum ListenerSetting implements Setting {
    /** The time within which a request must arrive. */
    REQUEST_TIMEOUT("jackstaff.edge.http.request-timeout", DURATION),

    /** The maximum number of open connections from one address. */
    CONNECTIONS_PER_ADDRESS("jackstaff.edge.connections.per-address", NUMBER);

    private final String property;
    private final SettingFormat format;

    ListenerSetting(String property, SettingFormat format) {
        this.property = property;
        this.format = format;
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
        return List.of();
    }
}
