package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The settings of a file upstream.
 *
 * @param serverTokens the tokens of servers, in any form
 * @param frontendTokens the tokens of browsers, in any form
 * @param pollInterval the time between two reads of the file
 */
record FileUpstreamSettings(Path file, List<String> serverTokens, List<String> frontendTokens, Duration pollInterval) {

    /**
     * The configured file upstream.
     *
     * @throws IllegalArgumentException if the file is not set, or a setting is invalid
     */
    static FileUpstreamSettings of(EdgeSettings settings) {
        Path file = settings.text(EdgeSetting.UPSTREAM_FILE)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        EdgeSetting.UPSTREAM_FILE.property() + " is required: the path of the flag file"));
        return new FileUpstreamSettings(
                file.toAbsolutePath(),
                settings.list(EdgeSetting.UPSTREAM_TOKENS).orElse(List.of()),
                settings.list(EdgeSetting.UPSTREAM_FRONTEND_TOKENS).orElse(List.of()),
                settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ofSeconds(1)));
    }
}
