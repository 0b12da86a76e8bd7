package dev.jackstaff.cli.edge;

import dev.jackstaff.edge.settings.ForeignOption.Effect;
import dev.jackstaff.edge.settings.UnleashEdgeOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Unleash Edge's options on the command line. */
public final class EdgeOptions {
    /** Options whose short form means them only before the command. */
    private static final Set<UnleashEdgeOption> AFTER_THE_COMMAND = Set.of(
            UnleashEdgeOption.BACKUP_FOLDER,
            UnleashEdgeOption.BOOTSTRAP_FILE,
            UnleashEdgeOption.REDIS_URL,
            UnleashEdgeOption.RELOAD_INTERVAL);

    private static final Set<String> SWITCH_PREFIXES = Set.of("DISABLE_", "SKIP_", "REDIRECT_");
    private static final Set<UnleashEdgeOption> SWITCHES = Set.of(
            UnleashEdgeOption.TLS_ENABLE,
            UnleashEdgeOption.TRUST_PROXY,
            UnleashEdgeOption.REDIS_SECURE,
            UnleashEdgeOption.STRICT,
            UnleashEdgeOption.DYNAMIC,
            UnleashEdgeOption.STREAMING,
            UnleashEdgeOption.DELTA);

    private EdgeOptions() {}

    private static boolean isSwitch(UnleashEdgeOption option) {
        return SWITCHES.contains(option) || SWITCH_PREFIXES.stream().anyMatch(option.variable()::startsWith);
    }

    private static Stream<UnleashEdgeOption> all() {
        return Stream.of(UnleashEdgeOption.values())
                .filter(option -> option.effect() != Effect.COMMAND)
                .filter(option -> !option.flags().isEmpty());
    }

    /** Adds the options to the command of a mode. */
    static void addTo(CommandSpec command, EdgeMode mode) {
        all().forEach(option -> command.addOption(OptionSpec.builder(mode.flags(option).stream()
                        .flatMap(EdgeOptions::withUnderscores)
                        .toArray(String[]::new))
                .type(isSwitch(option) ? boolean.class : String[].class)
                .arity(isSwitch(option) ? "0..1" : "1")
                .paramLabel(option.variable())
                .description(description(option))
                .build()));
    }

    private static Stream<String> withUnderscores(String flag) {
        String other = "--" + flag.substring(2).replace('-', '_');
        return flag.startsWith("--") && !other.equals(flag) ? Stream.of(flag, other) : Stream.of(flag);
    }

    private static String description(UnleashEdgeOption option) {
        String what = option.effect() == Effect.HONOURED
                ? "Also " + option.variable() + "."
                : "It " + option.effect().sentence() + ".";
        return option.remark().isEmpty() ? what : what + " " + option.remark().replace("`", "") + ".";
    }

    /** The values of the options that were given, by their variables. */
    static Map<String, String> values(ParseResult parsed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (OptionSpec given : parsed.matchedOptions()) {
            all().filter(option -> option.variable().equals(given.paramLabel()))
                    .findFirst()
                    .ifPresent(option -> values.put(
                            option.variable(),
                            isSwitch(option)
                                    ? String.valueOf(given.<Boolean>getValue())
                                    : String.join(",", given.<String[]>getValue())));
        }
        return values;
    }

    /**
     * The arguments with the options behind the command: at Unleash Edge some stand before it. Arguments that do not begin
     * with such an option stay as they are.
     */
    public static String[] behindTheCommand(String... arguments) {
        List<String> moved = new ArrayList<>();
        int next = 0;
        while (next < arguments.length && arguments[next].startsWith("-")) {
            String flag = arguments[next].replaceFirst("=.*", "");
            Optional<UnleashEdgeOption> option = all().filter(candidate -> isBeforeTheCommand(candidate, flag))
                    .findFirst();
            if (option.isEmpty()) {
                return arguments;
            }
            String longFlag = option.get().flags().get(option.get().flags().size() - 1);
            moved.add(longFlag + arguments[next].substring(flag.length()));
            next++;
            boolean attached = moved.get(moved.size() - 1).contains("=");
            if (!attached && !isSwitch(option.get()) && next < arguments.length) {
                moved.add(arguments[next++]);
            }
        }
        if (moved.isEmpty() || next == arguments.length) {
            return arguments;
        }
        moved.add(0, arguments[next]);
        moved.addAll(List.of(arguments).subList(next + 1, arguments.length));
        return moved.toArray(String[]::new);
    }

    private static boolean isBeforeTheCommand(UnleashEdgeOption option, String flag) {
        return option.flags().contains(flag) && (flag.startsWith("--") || !AFTER_THE_COMMAND.contains(option));
    }
}
