package dev.jackstaff.edge.settings;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be found wrong with the settings of an edge before its server starts. */
public final class StartCheck {
    /** What an upstream of a kind cannot be without. */
    private static final Map<UpstreamKind, List<EdgeSetting>> REQUIRED = Map.of(
            UpstreamKind.GRID, List.of(),
            UpstreamKind.HTTP, List.of(EdgeSetting.UPSTREAM_URL, EdgeSetting.UPSTREAM_KEY),
            UpstreamKind.UNLEASH, List.of(EdgeSetting.UPSTREAM_URL),
            UpstreamKind.FLAGSMITH, List.of(EdgeSetting.UPSTREAM_KEYS),
            UpstreamKind.FILE, List.of(EdgeSetting.UPSTREAM_FILE));

    private static final Set<EdgeSetting> UPSTREAM_FILES = EnumSet.of(
            EdgeSetting.UPSTREAM_FILE,
            EdgeSetting.UPSTREAM_CA_FILE,
            EdgeSetting.UPSTREAM_ADDITIONAL_CA_FILE,
            EdgeSetting.UPSTREAM_CLIENT_CERTIFICATE,
            EdgeSetting.UPSTREAM_CLIENT_KEY,
            EdgeSetting.UPSTREAM_CLIENT_KEYSTORE);
    private static final Set<EdgeSetting> REDIS_FILES = EnumSet.of(
            EdgeSetting.STORE_REDIS_CA_FILE,
            EdgeSetting.STORE_REDIS_CLIENT_CERTIFICATE,
            EdgeSetting.STORE_REDIS_CLIENT_KEY,
            EdgeSetting.STORE_REDIS_CLIENT_KEYSTORE);

    private final EdgeSettings settings;
    private final UpstreamKind kind;

    private StartCheck(EdgeSettings settings) {
        this.settings = settings;
        this.kind = UpstreamKind.of(settings);
    }

    /**
     * Finds what is wrong.
     *
     * @throws IllegalArgumentException with a sentence that names the setting
     */
    public static void check(EdgeSettings settings) {
        settings.validate(EdgeSetting.all());
        LogLevels.of(settings);
        ForeignOptions.check(settings);
        StartCheck check = new StartCheck(settings);
        check.requireSettings();
        check.requireFiles();
    }

    /** Whether HTTPS is served. */
    public static boolean servesHttps(EdgeSettings settings) {
        return settings.isOn(
                ServerSetting.TLS_ENABLED,
                settings.text(ServerSetting.TLS_CERTIFICATE).isPresent());
    }

    private void requireSettings() {
        for (EdgeSetting setting : REQUIRED.getOrDefault(kind, List.of())) {
            if (settings.text(setting).isEmpty()) {
                throw new IllegalArgumentException(
                        names(setting) + " is required for an upstream of kind " + kind.key() + ", and is not set");
            }
        }
        if (servesHttps(settings)) {
            for (ServerSetting file : List.of(ServerSetting.TLS_CERTIFICATE, ServerSetting.TLS_KEY)) {
                if (settings.text(file).isEmpty()) {
                    throw new IllegalArgumentException(names(file) + " must name a file, because HTTPS is on");
                }
            }
        }
    }

    private void requireFiles() {
        Stream<Setting> https = servesHttps(settings)
                ? Stream.of(ServerSetting.TLS_CERTIFICATE, ServerSetting.TLS_KEY)
                : Stream.empty();
        Stream.of(
                        https,
                        UPSTREAM_FILES.stream().filter(setting -> !kind.unused().contains(setting)),
                        REDIS_FILES.stream())
                .flatMap(files -> files)
                .forEach(this::requireFile);
    }

    private void requireFile(Setting setting) {
        Optional<String> file = settings.text(setting);
        if (file.isPresent() && !Files.isReadable(Path.of(file.get()))) {
            throw new IllegalArgumentException(
                    settings.namesOf(setting).get(0) + " names a file that cannot be read: " + file.get());
        }
    }

    /** The setting, with the first name that another product has for it. */
    private static String names(Setting setting) {
        return setting.property()
                + setting.aliases().stream()
                        .findFirst()
                        .map(alias -> " (" + alias.name() + ")")
                        .orElse("");
    }
}
