package dev.jackstaff.protocols.settings;

import dev.jackstaff.engine.condition.Network;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings of an edge, by Jackstaff's names or those of foreign systems' edges. An empty value counts as absent.
 */
public final class EdgeSettings {
    private static final int MILLIS_DIGITS = 3;
    private static final long LEAST_MILLIS = 100;
    private static final Logger LOG = Logger.getLogger(EdgeSettings.class.getName());

    private final Function<String, Optional<String>> values;
    private final Set<String> names;

    private EdgeSettings(Function<String, Optional<String>> values, Set<String> names) {
        this.values = values;
        this.names = names;
    }

    /** The settings of this process, from MicroProfile Config; none outside a server. */
    public static EdgeSettings configured() {
        Config config;
        try {
            config = ConfigProvider.getConfig();
        } catch (IllegalStateException absent) {
            return of(Map.of());
        }
        Set<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        return new EdgeSettings(name -> config.getOptionalValue(name, String.class), names);
    }

    /** Settings from a map of names to values. */
    public static EdgeSettings of(Map<String, String> values) {
        return new EdgeSettings(name -> Optional.ofNullable(values.get(name)), values.keySet());
    }

    /**
     * The value of a setting; empty if it has none.
     *
     * @throws IllegalArgumentException if the value is invalid
     */
    public Optional<String> text(Setting setting) {
        return value(setting.property())
                .or(() -> setting.aliases().stream()
                        .flatMap(alias -> value(alias.name()).map(value -> translate(setting, alias, value)).stream())
                        .findFirst())
                .map(setting::normalize);
    }

    private static String translate(Setting setting, SettingAlias alias, String value) {
        try {
            return alias.translation().apply(value);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    alias.name() + " (" + setting.property() + ") must not be \"" + value + "\"", invalid);
        }
    }

    /** The list that a setting has for one environment; empty if that environment has none of its own. */
    public Optional<List<String>> listForEnvironment(Setting setting, String part) {
        return value(setting.property() + '.' + part).map(EdgeSettings::parts);
    }

    /** Whether any environment has a value of its own. */
    public boolean hasEnvironmentOverrides(Setting setting) {
        String begin = setting.property() + '.';
        return names.stream()
                .anyMatch(
                        name -> name.replace('_', '.').toLowerCase(Locale.ROOT).startsWith(begin));
    }

    /** The comma-separated parts of a setting's value; empty if it has none. */
    public Optional<List<String>> list(Setting setting) {
        return text(setting).map(EdgeSettings::parts);
    }

    /**
     * The addresses and CIDR blocks of a setting; none if it has no value.
     *
     * @throws IllegalArgumentException if it contains anything else
     */
    public List<Network> networks(Setting setting) {
        List<Network> networks = new ArrayList<>();
        for (String text : list(setting).orElse(List.of())) {
            networks.add(Network.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            setting.property() + " must list IP addresses and CIDR blocks, not \"" + text + "\"")));
        }
        return networks;
    }

    /** Whether a setting is on; off by default. */
    public boolean isOn(Setting setting) {
        return isOn(setting, false);
    }

    /** Whether a setting is on, with a default. */
    public boolean isOn(Setting setting, boolean defaultValue) {
        return text(setting).map(Boolean::parseBoolean).orElse(defaultValue);
    }

    /** The duration of a setting; empty if it has no value. */
    public Optional<Duration> duration(Setting setting) {
        return text(setting).map(Duration::parse);
    }

    /** The seconds of a setting as a duration, at least a tenth of a second; with a default. */
    public Duration seconds(Setting setting, Duration defaultValue) {
        return text(setting)
                .map(text -> Duration.ofMillis(Math.max(
                        LEAST_MILLIS,
                        new BigDecimal(text).movePointRight(MILLIS_DIGITS).longValue())))
                .orElse(defaultValue);
    }

    public int number(Setting setting, int defaultValue) {
        return text(setting).map(Integer::valueOf).orElse(defaultValue);
    }

    /**
     * Checks that settings are valid, so that an invalid one is found at start and not by a client.
     *
     * @throws IllegalArgumentException naming an invalid one
     */
    public void validate(Iterable<Setting> settings) {
        for (Setting setting : settings) {
            text(setting).ifPresent(fit -> LOG.log(Level.FINE, "{0} is set.", setting.property()));
        }
    }

    private Optional<String> value(String name) {
        return values.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<String> parts(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
