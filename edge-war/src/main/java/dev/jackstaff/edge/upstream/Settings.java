package dev.jackstaff.edge.upstream;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings by our own names, and by those that other systems' edges have for the same. The first name that is set counts. */
public final class Settings {
    private final Function<String, Optional<String>> values;

    public Settings(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /** Those of this process. */
    public static Settings ofProcess() {
        return new Settings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }

    /** A text; empty where none of the names is set, or to nothing. */
    public Optional<String> text(String... names) {
        return Stream.of(names)
                .flatMap(name -> values.apply(name).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Texts separated by commas. */
    public List<String> texts(String... names) {
        return text(names).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether something is wanted. */
    public boolean flag(boolean otherwise, String... names) {
        return text(names)
                .map(text -> text.equalsIgnoreCase("true") || text.equals("1"))
                .orElse(otherwise);
    }

    /**
     * A time that is told in seconds; what is less than a tenth of one counts as that.
     *
     * @throws IllegalArgumentException where it is no number; the message names the setting
     */
    public Duration seconds(Duration otherwise, String... names) {
        return text(names)
                .map(text -> {
                    try {
                        long millis = new BigDecimal(text).movePointRight(3).longValue();
                        return Duration.ofMillis(Math.max(100, millis));
                    } catch (NumberFormatException invalid) {
                        throw new IllegalArgumentException(
                                names[0] + " is a number of seconds, not \"" + text + "\"", invalid);
                    }
                })
                .orElse(otherwise);
    }
}
