package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Which file, and what opens it.
 *
 * @param tokens any texts that servers present
 * @param frontendTokens any texts that browsers present
 * @param interval between two looks at the file
 */
record FileSettings(Path file, List<String> tokens, List<String> frontendTokens, Duration interval) {

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException where they lack the file, or cannot be read
     */
    static FileSettings of(EdgeSettings settings) {
        Path file = settings.text(EdgeSetting.UPSTREAM_FILE)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        EdgeSetting.UPSTREAM_FILE.property() + " is needed: the file of the flags"));
        return new FileSettings(
                file.toAbsolutePath(),
                settings.list(EdgeSetting.UPSTREAM_TOKENS).orElse(List.of()),
                settings.list(EdgeSetting.UPSTREAM_FRONTEND_TOKENS).orElse(List.of()),
                settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ofSeconds(1)));
    }
}
