package dev.jackstaff.edge.upstream.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.DialectCompiler;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.unleash.compiler.UnleashDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example files of docs/operations/edge.md, served as it says. */
class FlagFileExamplesTest {
    private static final Path OPERATIONS = Path.of("../docs/operations/edge.md");
    private static final FileUpstreamSettings SETTINGS =
            new FileUpstreamSettings(Path.of("flags.json"), List.of("secret"), List.of(), Duration.ofSeconds(1));

    @ParameterizedTest
    @ValueSource(strings = {"unleash", "native"})
    void aRuleDecidesByTheCountry(String form) throws IOException {
        Access.Granted granted = served(form);

        assertThat(enabled(granted, "checkout", "SE")).isTrue();
        assertThat(enabled(granted, "checkout", "US")).isFalse();
    }

    @Test
    void theShortFormIsTheSameForAll() throws IOException {
        Access.Granted granted = served("short");

        assertThat(enabled(granted, "checkout", "US")).isTrue();
        assertThat(enabled(granted, "search", "US")).isFalse();
        assertThat(granted.environment()
                        .flags()
                        .evaluate("banner", context("US"))
                        .variant())
                .hasFieldOrPropertyWithValue("key", "blue");
    }

    private static boolean enabled(Access.Granted granted, String flag, String country) {
        assertThat(granted.environment().flags().problems()).isEmpty();
        return granted.environment().flags().evaluate(flag, context(country)).enabled();
    }

    private static EvaluationContext context(String country) {
        return EvaluationContext.builder()
                .attribute("targetingKey", "ada")
                .attribute("country", country)
                .build();
    }

    private static Access.Granted served(String form) throws IOException {
        LiveEnvironments environments = new LiveEnvironments(new DialectCompiler(List.of(new UnleashDialect())));
        for (Snapshot snapshot : FlagFileReader.readSnapshots(example(form), SETTINGS, Instant.EPOCH.plusSeconds(1))) {
            assertThat(environments.serve(snapshot)).isTrue();
        }
        return (Access.Granted) environments.access("secret");
    }

    private static byte[] example(String form) throws IOException {
        Matcher block = Pattern.compile("```json " + form + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(OPERATIONS));
        assertThat(block.find()).isTrue();
        return block.group(1).getBytes(StandardCharsets.UTF_8);
    }
}
