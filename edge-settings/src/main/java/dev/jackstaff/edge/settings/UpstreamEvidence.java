package dev.jackstaff.edge.settings;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.SettingAlias;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that are set, and what they say about the kind of upstream that is not set. */
final class UpstreamEvidence {
    private static final Set<String> FLAGSMITH_URLS = Set.of("API_URL", "api_url");
    private static final String UNLEASH_URL = "UPSTREAM_URL";

    private final EdgeSettings settings;
    private final Map<UpstreamKind, List<String>> names = new EnumMap<>(UpstreamKind.class);

    UpstreamEvidence(EdgeSettings settings) {
        this.settings = settings;
        add(UpstreamKind.GRID, EdgeSetting.GRID_CLUSTER);
        add(UpstreamKind.GRID, EdgeSetting.GRID_MEMBERS);
        add(UpstreamKind.GRID, EdgeSetting.GRID_INTERFACE);
        add(UpstreamKind.GRID, EdgeSetting.GRID_PORT);
        add(UpstreamKind.HTTP, EdgeSetting.UPSTREAM_KEY);
        add(UpstreamKind.FLAGSMITH, EdgeSetting.UPSTREAM_KEYS);
        add(UpstreamKind.FILE, EdgeSetting.UPSTREAM_FILE);
        settings.namesOf(EdgeSetting.UPSTREAM_URL).forEach(this::addUrl);
    }

    private void add(UpstreamKind kind, EdgeSetting setting) {
        settings.namesOf(setting).forEach(name -> add(kind, name));
    }

    private void add(UpstreamKind kind, String name) {
        names.computeIfAbsent(kind, unseen -> new ArrayList<>()).add(name);
    }

    /** Unleash's name for the URL is documented for a hub above the edge, too; then there is a key. */
    private void addUrl(String name) {
        if (FLAGSMITH_URLS.contains(name)) {
            add(UpstreamKind.FLAGSMITH, name);
        } else if (name.startsWith("FLEXFLAG_")) {
            add(UpstreamKind.HTTP, name);
        } else if (name.equals(UNLEASH_URL) && !names.containsKey(UpstreamKind.HTTP)) {
            add(UpstreamKind.UNLEASH, name);
        }
    }

    UpstreamKind kind() {
        if (names.size() > 1) {
            throw new IllegalArgumentException("The settings name several upstreams: "
                    + names.entrySet().stream()
                            .map(entry -> entry.getValue().get(0) + " one of kind "
                                    + entry.getKey().key())
                            .collect(Collectors.joining(", "))
                    + ". Remove those that are not meant, or set " + EdgeSetting.UPSTREAM_KIND.property() + " to "
                    + UpstreamKind.keys() + ".");
        }
        return names.isEmpty() ? kindOfNothing() : names.keySet().iterator().next();
    }

    /** The grid, unless something is set that is of no use there. */
    private UpstreamKind kindOfNothing() {
        List<String> helpless = UpstreamKind.GRID.unused().stream()
                .flatMap(setting -> settings.namesOf(setting).stream())
                .filter(name -> !isSharedName(name))
                .toList();
        if (!helpless.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", helpless)
                    + " is set, but nothing says where flags come from. Set UPSTREAM_URL (an Unleash server),"
                    + " ENVIRONMENT_KEY_PAIRS (a Flagsmith API), BOOTSTRAP_FILE (a file), or "
                    + EdgeSetting.UPSTREAM_KIND.property() + " to " + UpstreamKind.keys() + ".");
        }
        return UpstreamKind.GRID;
    }

    /** Whether a name is that of another setting, too, which every edge uses. */
    private static boolean isSharedName(String name) {
        return EdgeSetting.all().stream()
                .filter(setting -> !UpstreamKind.GRID.unused().contains(setting))
                .flatMap(setting -> setting.aliases().stream())
                .map(SettingAlias::name)
                .anyMatch(name::equals);
    }
}
