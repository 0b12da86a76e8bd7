package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./jackstaff} as somebody has it in a shell, with variables of its own. */
final class CommandClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIMIT_SECONDS = 60;

    private final Map<String, String> environment = new HashMap<>();

    private CommandClient(Path home) {
        environment.put("JACKSTAFF_HOME", home.toString());
        String java = System.getProperty("jackstaff.java.home", "");
        if (!java.isEmpty()) {
            environment.put("JAVA_HOME", java);
        }
    }

    /** On the machine of an installation. */
    static CommandClient of(StackUnderTest installation) {
        return new CommandClient(installation.home());
    }

    /** On a machine where nothing was started. */
    static CommandClient elsewhere(Path emptyDirectory) {
        return new CommandClient(emptyDirectory);
    }

    CommandClient with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What it said on each of its outputs. */
    record Outcome(int exitCode, String out, String err) {}

    Outcome run(String... arguments) {
        return runWithInput("", arguments);
    }

    Outcome runWithInput(String input, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of(ServerFiles.root().resolve("jackstaff").toString()));
        words.addAll(List.of(arguments));
        try {
            Path in = Files.writeString(Files.createTempFile("jackstaff", ".in"), input);
            Path out = Files.createTempFile("jackstaff", ".out");
            Path err = Files.createTempFile("jackstaff", ".err");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", words) + " takes too long");
            }
            Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            for (Path file : List.of(in, out, err)) {
                Files.delete(file);
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lines for people of a command that must succeed. */
    List<String> lines(String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).describedAs(outcome.toString()).isZero();
        return outcome.out().lines().toList();
    }

    /** The one document of a command that must succeed. */
    JsonNode json(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add("--json");
        Outcome outcome = run(words.toArray(String[]::new));
        assertThat(outcome.exitCode()).describedAs(outcome.toString()).isZero();
        assertThat(outcome.err()).isEmpty();
        try {
            return JSON.readerFor(JsonNode.class)
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(outcome.out());
        } catch (IOException e) {
            throw new UncheckedIOException(outcome.out(), e);
        }
    }

    /** The sentence on standard error of a command that must be refused. */
    String refusal(int exitCode, String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).describedAs(outcome.toString()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("jackstaff: ").doesNotContain("Exception", "\tat ");
        return outcome.err();
    }
}
