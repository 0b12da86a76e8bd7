package dev.jackstaff.edge.upstream.file;

import dev.jackstaff.edge.upstream.Settings;
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
    private static final String PREFIX = "jackstaff.edge.upstream.";

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException where they lack the file, or cannot be read
     */
    static FileSettings of(Settings settings) {
        Path file = settings.text(PREFIX + "file", "BOOTSTRAP_FILE")
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(PREFIX + "file is needed: the file of the flags"));
        return new FileSettings(
                file.toAbsolutePath(),
                settings.texts(PREFIX + "tokens", "CLIENT_TOKENS", "TOKENS"),
                settings.texts(PREFIX + "frontend-tokens", "FRONTEND_TOKENS"),
                settings.seconds(Duration.ofSeconds(1), PREFIX + "interval", "RELOAD_INTERVAL"));
    }
}
