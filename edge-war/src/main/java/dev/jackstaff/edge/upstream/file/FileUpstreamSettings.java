package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.protocols.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Which file, and what opens it.
 *
 * @param serverTokens any texts that servers present
 * @param frontendTokens any texts that browsers present
 * @param pollInterval between two looks at the file
 */
record FileUpstreamSettings(Path file, List<String> serverTokens, List<String> frontendTokens, Duration pollInterval) {

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException where they lack the file, or cannot be read
     */
    static FileUpstreamSettings of(EdgeSettings settings) {
        Path file = settings.text(EdgeSetting.UPSTREAM_FILE)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        EdgeSetting.UPSTREAM_FILE.property() + " is needed: the file of the flags"));
        return new FileUpstreamSettings(
                file.toAbsolutePath(),
                settings.list(EdgeSetting.UPSTREAM_TOKENS).orElse(List.of()),
                settings.list(EdgeSetting.UPSTREAM_FRONTEND_TOKENS).orElse(List.of()),
                settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ofSeconds(1)));
    }
}
