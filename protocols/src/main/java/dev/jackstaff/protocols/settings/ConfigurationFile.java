package dev.jackstaff.protocols.settings;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The {@code config.json} of Flagsmith's Edge Proxy. {@code CONFIG_PATH} names it; without that it is in the working
 * directory, or where the Edge Proxy's container has it. A member of an object in it has a name such as {@code
 * config.json:server.port}: as no environment variable is named like that, it is not taken for one.
 */
final class ConfigurationFile {
    private static final String PATH_VARIABLE = "CONFIG_PATH";
    private static final String KEY_PAIRS = "environment_key_pairs";
    private static final List<Path> PLACES = List.of(Path.of("config.json"), Path.of("/app/config.json"));

    private static final String NESTED = "config.json:";

    /** The objects of the file, which the Edge Proxy also reads from variables, as JSON. */
    private static final List<String> OBJECTS = List.of("endpoint_caches", "health_check", "logging", "server");

    private ConfigurationFile() {}

    /**
     * The values of the file, and those of variables that hold an object of it; none if there are neither.
     *
     * @param variables the values of the environment
     * @throws IllegalArgumentException if the file cannot be read
     */
    static Map<String, String> values(Function<String, Optional<String>> variables) {
        Map<String, String> values = new HashMap<>(
                variables.apply(PATH_VARIABLE).map(path -> read(Path.of(path))).orElseGet(() -> readFirst(PLACES)));
        for (String name : OBJECTS) {
            variables
                    .apply(name)
                    .filter(text -> text.startsWith("{"))
                    .ifPresent(text -> values.putAll(parse(name, "{\"" + name + "\":" + text + "}")));
        }
        return values;
    }

    /** The first of the files that is an Edge Proxy's: others may have a file of that name. */
    static Map<String, String> readFirst(List<Path> places) {
        return places.stream()
                .filter(Files::isRegularFile)
                .filter(ConfigurationFile::isEdgeProxys)
                .findFirst()
                .map(ConfigurationFile::read)
                .orElse(Map.of());
    }

    private static boolean isEdgeProxys(Path file) {
        try {
            return Files.readString(file).contains('"' + KEY_PAIRS + '"');
        } catch (IOException unreadable) {
            return false;
        }
    }

    static Map<String, String> read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The configuration file " + file.toAbsolutePath() + " cannot be read: " + unreadable, unreadable);
        }
    }

    private static Map<String, String> parse(String name, String json) {
        Map<String, String> values = new HashMap<>();
        try {
            DocumentReader.readWhole(json, reader -> {
                readMembers(reader, "", values);
                return values;
            });
        } catch (DocumentException | IllegalArgumentException invalid) {
            throw new IllegalArgumentException(name + " is not a configuration: " + invalid.getMessage(), invalid);
        }
        return values;
    }

    /** Null is no value, but for the one limit that it lifts. */
    private static void readNull(String name, Map<String, String> values) {
        if (name.endsWith("grace_period_seconds")) {
            values.put(name, "never");
        }
    }

    private static void readMembers(DocumentReader reader, String prefix, Map<String, String> values) {
        reader.object(member -> {
            String name = prefix + member;
            if (reader.token() == JsonToken.START_OBJECT) {
                readMembers(reader, (prefix.isEmpty() ? NESTED : "") + name + '.', values);
            } else if (reader.isNull()) {
                readNull(name, values);
            } else {
                values.put(
                        name,
                        reader.token() == JsonToken.VALUE_STRING
                                ? reader.string()
                                : reader.json().json());
            }
            return true;
        });
    }
}
