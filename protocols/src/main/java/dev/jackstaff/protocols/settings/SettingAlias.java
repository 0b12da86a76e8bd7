package dev.jackstaff.protocols.settings;

import java.util.function.UnaryOperator;

/**
 * A foreign system's name for a setting.
 *
 * @param translation from the foreign system's values to Jackstaff's
 */
public record SettingAlias(String name, UnaryOperator<String> translation) {
    /** A name for the setting itself. */
    public static SettingAlias also(String name) {
        return new SettingAlias(name, UnaryOperator.identity());
    }

    /** A name for the opposite of a switch. */
    public static SettingAlias opposite(String name) {
        return new SettingAlias(
                name,
                value -> Boolean.toString(!SettingFormat.SWITCH.normalize(value).equals(SettingFormat.ON)));
    }

    /**
     * A name for a port: the port itself, or the address that Kubernetes puts under the name of a service's port:
     * {@code tcp://10.0.0.1:6379}.
     */
    public static SettingAlias port(String name) {
        return new SettingAlias(name, value -> value.substring(value.lastIndexOf(':') + 1));
    }

    /** A name for the scheme of a URL: whether it uses TLS. */
    public static SettingAlias scheme(String name) {
        return new SettingAlias(name, value -> Boolean.toString(value.equals("rediss") || value.equals("tls")));
    }
}
