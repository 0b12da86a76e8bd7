package dev.jackstaff.cli.edge;

import dev.jackstaff.edge.settings.UnleashEdgeOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The mode in which an edge is started, as at Unleash Edge. Its command has the name of the mode. */
public enum EdgeMode {
    EDGE(Set.of(UnleashEdgeOption.BASE_PATH, UnleashEdgeOption.BOOTSTRAP_FILE, UnleashEdgeOption.RELOAD_INTERVAL)),
    OFFLINE(Set.of(UnleashEdgeOption.BASE_PATH, UnleashEdgeOption.BACKUP_FOLDER, UnleashEdgeOption.REDIS_URL));

    /** Options whose short form means another option in this mode. */
    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<UnleashEdgeOption> longOnly;

    EdgeMode(Set<UnleashEdgeOption> longOnly) {
        this.longOnly = longOnly;
    }

    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The forms of an option after the command; underscores in place of hyphens are accepted. */
    List<String> flags(UnleashEdgeOption option) {
        return option.flags().stream()
                .filter(flag -> flag.startsWith("--") || !longOnly.contains(option))
                .toList();
    }
}
