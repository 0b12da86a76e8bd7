package dev.jackstaff.edge.settings;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * The levels of the log, as {@code warn} or as Rust's programs have them: {@code warn,unleash_edge=debug}.
 *
 * @param general the level of everything
 * @param edge the level of the edge's own classes
 * @param others parts that name modules of other programs; they have no effect
 */
public record LogLevels(Optional<Level> general, Optional<Level> edge, List<String> others) {
    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry("off", Level.OFF),
            Map.entry("critical", Level.SEVERE),
            Map.entry("fatal", Level.SEVERE),
            Map.entry("error", Level.SEVERE),
            Map.entry("severe", Level.SEVERE),
            Map.entry("warn", Level.WARNING),
            Map.entry("warning", Level.WARNING),
            Map.entry("info", Level.INFO),
            Map.entry("debug", Level.FINE),
            Map.entry("fine", Level.FINE),
            Map.entry("notset", Level.FINEST),
            Map.entry("trace", Level.FINEST));

    public LogLevels {
        others = List.copyOf(others);
    }

    /**
     * The configured levels; none without the setting.
     *
     * @throws IllegalArgumentException if a part is no level
     */
    public static LogLevels of(EdgeSettings settings) {
        LogLevels levels = new LogLevels(Optional.empty(), Optional.empty(), List.of());
        for (String part : settings.list(ServerSetting.LOG_LEVEL).orElse(List.of())) {
            levels = levels.with(part);
        }
        return levels;
    }

    private LogLevels with(String part) {
        int separator = part.indexOf('=');
        String name = separator < 0 ? "" : part.substring(0, separator).strip();
        if (name.isEmpty() && !isLevel(part.substring(separator + 1))) {
            return withOther(part);
        }
        Level level = level(part.substring(separator + 1));
        if (name.isEmpty()) {
            return new LogLevels(Optional.of(level), edge.or(() -> Optional.of(level)), others);
        }
        boolean ours = Stream.of("unleash_edge", "edge", "dev.jackstaff").anyMatch(name::startsWith);
        return ours ? new LogLevels(general, Optional.of(level), others) : withOther(part);
    }

    /** A module without a level is one in Rust; a single word must be a level. */
    private LogLevels withOther(String part) {
        if (!part.contains("::") && !part.contains("_") && !part.contains("=")) {
            throw refusal(part);
        }
        List<String> more = new ArrayList<>(others);
        more.add(part);
        return new LogLevels(general, edge, more);
    }

    private static boolean isLevel(String word) {
        return LEVELS.containsKey(word.strip().toLowerCase(Locale.ROOT));
    }

    private static Level level(String word) {
        return Optional.ofNullable(LEVELS.get(word.strip().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> refusal(word));
    }

    private static IllegalArgumentException refusal(String word) {
        return new IllegalArgumentException(ServerSetting.LOG_LEVEL.property()
                + " must be off, error, warn, info, debug or trace, not \"" + word + "\"");
    }
}
