package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of FlexFlag's server, from its variables and below them its {@code config.yaml}.
 *
 * @param options the values that are set
 * @param unknown names that no version of FlexFlag's server has
 */
public record FlexFlagConfiguration(Map<FlexFlagOption, String> options, List<String> unknown) {
    public FlexFlagConfiguration {
        options = Map.copyOf(options);
        unknown = List.copyOf(unknown);
    }

    /**
     * The settings in an environment and a directory.
     *
     * @throws CommandFailedException if the file is FlexFlag's and cannot be understood
     */
    public static FlexFlagConfiguration of(Map<String, String> environment, Path directory) {
        Map<String, String> file = read(directory.resolve("config.yaml"));
        Map<FlexFlagOption, String> options = new EnumMap<>(FlexFlagOption.class);
        for (FlexFlagOption option : FlexFlagOption.values()) {
            Optional.ofNullable(environment.get(option.variable()))
                    .or(() -> Optional.ofNullable(file.get(option.member())))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> options.put(option, value));
        }
        List<String> members =
                Stream.of(FlexFlagOption.values()).map(FlexFlagOption::member).toList();
        List<String> unknown = file.keySet().stream()
                .filter(name -> !members.contains(name))
                .sorted()
                .toList();
        return new FlexFlagConfiguration(options, unknown);
    }

    private static Map<String, String> read(Path file) {
        try {
            return Files.isRegularFile(file) ? FlexFlagFile.values(file, Files.readString(file)) : Map.of();
        } catch (IOException unreadable) {
            throw new CommandFailedException(file.toAbsolutePath() + " cannot be read: " + unreadable, unreadable);
        }
    }

    /** The environment with what these settings mean here; our own names are stronger. */
    public Map<String, String> translate(Map<String, String> environment) {
        Map<String, String> translated = new HashMap<>(environment);
        option(FlexFlagOption.SERVER_PORT)
                .ifPresent(port -> translated.putIfAbsent(InstallationSettings.HUB_PORT, port));
        option(FlexFlagOption.DATABASE_HOST)
                .filter(host -> !translated.containsKey("JACKSTAFF_DB_URL"))
                .ifPresent(host -> {
                    translated.put("JACKSTAFF_DB_URL", databaseUrl(host));
                    option(FlexFlagOption.DATABASE_USERNAME)
                            .ifPresent(user -> translated.put("JACKSTAFF_DB_USER", user));
                    option(FlexFlagOption.DATABASE_PASSWORD)
                            .ifPresent(password -> translated.put("JACKSTAFF_DB_PASSWORD", password));
                });
        return translated;
    }

    private String databaseUrl(String host) {
        return "jdbc:postgresql://" + host + ":"
                + option(FlexFlagOption.DATABASE_PORT).orElse("5432") + "/"
                + option(FlexFlagOption.DATABASE_NAME)
                        .or(() -> option(FlexFlagOption.DATABASE_DATABASE))
                        .orElse("flexflag")
                + option(FlexFlagOption.DATABASE_SSL_MODE)
                        .map(mode -> "?sslmode=" + mode)
                        .orElse("");
    }

    private Optional<String> option(FlexFlagOption option) {
        return Optional.ofNullable(options.get(option));
    }

    /** A sentence for each setting that has no effect here. */
    public List<String> withoutEffect() {
        return Stream.concat(
                        options.keySet().stream()
                                .sorted()
                                .flatMap(option -> option
                                        .whyWithoutEffect()
                                        .map(why -> option.variable() + " (" + option.member() + ") has no effect: "
                                                + why + ".")
                                        .stream()),
                        unknown.stream().map(name -> name + " in config.yaml is unknown and has no effect."))
                .toList();
    }
}
