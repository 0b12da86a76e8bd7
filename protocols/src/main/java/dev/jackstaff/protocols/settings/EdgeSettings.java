package dev.jackstaff.protocols.settings;

import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
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
import org.jspecify.annotations.Nullable;

/**
 * The settings of an edge, by Jackstaff's names or those of foreign systems' edges. They come from the environment and
 * system properties, and below these from a configuration file. An empty value counts as absent.
 */
public final class EdgeSettings {
    private static final int MILLIS_DIGITS = 3;
    private static final long LEAST_MILLIS = 100;
    private static final Logger LOG = Logger.getLogger(EdgeSettings.class.getName());

    private static volatile @Nullable EdgeSettings configured;

    /** From the strongest to the weakest. */
    private final List<Source> sources;

    private final Set<String> names;
    private final Set<String> fileNames;

    /** A source of values. */
    private record Source(Function<String, Optional<String>> values) {
        static Source of(Map<String, String> values) {
            return new Source(name -> Optional.ofNullable(values.get(name)));
        }

        Optional<String> value(String name) {
            return values.apply(name).map(String::strip).filter(text -> !Setting.unquoted(text)
                    .isEmpty());
        }

        Optional<String> text(Setting setting) {
            return value(setting.property()).or(() -> setting.aliases().stream()
                    .flatMap(alias -> value(alias.name()).map(value -> translate(setting, alias, value)).stream())
                    .findFirst());
        }
    }

    private EdgeSettings(Set<String> names, Source strongest, Map<String, String> file) {
        this.names = names;
        this.sources = List.of(strongest, Source.of(file));
        this.fileNames = Set.copyOf(file.keySet());
    }

    /**
     * The settings of this process, from MicroProfile Config and a configuration file, as they were when first asked for;
     * none outside a server.
     *
     * @throws IllegalArgumentException if the configuration file is invalid
     */
    public static EdgeSettings configured() {
        EdgeSettings known = configured;
        if (known == null) {
            known = readConfiguration();
        }
        return known;
    }

    private static EdgeSettings readConfiguration() {
        Config config;
        try {
            config = ConfigProvider.getConfig();
        } catch (IllegalStateException absent) {
            return of(Map.of());
        }
        Set<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        EdgeSettings read = of(names, name -> config.getOptionalValue(name, String.class));
        configured = read;
        return read;
    }

    /** Settings from a map of names to values; no configuration file is read. */
    public static EdgeSettings of(Map<String, String> values) {
        return new EdgeSettings(values.keySet(), Source.of(values), Map.of());
    }

    /**
     * Settings from values, and below them from the configuration file that they name, or that is where foreign systems
     * have it.
     *
     * @throws IllegalArgumentException if that file is invalid
     */
    public static EdgeSettings of(Set<String> names, Function<String, Optional<String>> values) {
        Source strongest = new Source(values);
        return new EdgeSettings(names, strongest, ConfigurationFile.values(strongest::value));
    }

    /**
     * The value of a setting; empty if it has none.
     *
     * @throws IllegalArgumentException if the value is invalid
     */
    public Optional<String> text(Setting setting) {
        return sources.stream()
                .flatMap(source -> source.text(setting).stream())
                .findFirst()
                .map(setting::normalize);
    }

    /** The names under which a setting has a value, the strongest first. */
    public List<String> namesOf(Setting setting) {
        return Stream.concat(
                        Stream.of(setting.property()),
                        setting.aliases().stream().map(SettingAlias::name))
                .filter(name -> value(name).isPresent())
                .toList();
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
        return value(setting.property() + '.' + part).map(list -> parts(setting, Setting.unquoted(list)));
    }

    /** Whether any environment has a value of its own. */
    public boolean hasEnvironmentOverrides(Setting setting) {
        String begin = setting.property() + '.';
        return names.stream()
                .anyMatch(
                        name -> name.replace('_', '.').toLowerCase(Locale.ROOT).startsWith(begin));
    }

    /** The parts of a setting's value, separated by commas or as a JSON array; empty if it has none. */
    public Optional<List<String>> list(Setting setting) {
        return text(setting).map(list -> parts(setting, list));
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

    /** The names in the configuration file; none if there is no such file. */
    public Set<String> fileNames() {
        return fileNames;
    }

    /** The text that a name has, whatever it means; empty if it has none. */
    public Optional<String> value(String name) {
        return sources.stream().flatMap(source -> source.value(name).stream()).findFirst();
    }

    private static List<String> parts(Setting setting, String list) {
        return (list.startsWith("[") ? elements(setting, list) : Stream.of(list.split(",", -1)))
                .map(String::strip)
                .map(Setting::unquoted)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<String> elements(Setting setting, String json) {
        try {
            return DocumentReader.readWhole(json, DocumentReader::strings).stream();
        } catch (DocumentException invalid) {
            throw new IllegalArgumentException(
                    setting.property() + " must be a JSON array of texts: " + invalid.getMessage(), invalid);
        }
    }
}
