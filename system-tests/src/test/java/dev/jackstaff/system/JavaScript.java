package dev.jackstaff.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program of {@code src/test/js}, run by Node beside the test, that is asked and answers; see {@code conversation.mjs}. The
 * packages are installed once into the build directory. Without Node, or where the packages cannot be had, the test is
 * skipped and says so.
 */
final class JavaScript implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAMS = Path.of("src/test/js").toAbsolutePath();
    private static final Path PLACE = Path.of("target/js").toAbsolutePath();
    private static final long INSTALLATION_LIMIT_SECONDS = 180;
    private static final long ANSWER_LIMIT_SECONDS = 60;

    private final String name;
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    private JavaScript(String name, Process process) {
        this.name = name;
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a program; what it writes to its standard error is a file beside it. */
    static JavaScript start(String program) {
        install();
        try {
            Process process = new ProcessBuilder("node", program)
                    .directory(PLACE.toFile())
                    .redirectError(PLACE.resolve(program + ".log").toFile())
                    .start();
            return new JavaScript(program, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program answers; that it fails is a failure. */
    JsonNode ask(String question, Map<String, ?> details) {
        try {
            ObjectNode line = JSON.valueToTree(details);
            line.put("ask", question);
            questions.write(line + "\n");
            questions.flush();
            JsonNode said = JSON.readTree(line());
            if (said.has("failure")) {
                throw new AssertionError(
                        name + ", " + question + ": " + said.path("failure").asText());
            }
            return said.path("answer");
        } catch (IOException ended) {
            throw new UncheckedIOException(name + " ended, see its log", ended);
        }
    }

    private String line() throws IOException {
        try {
            String line = CompletableFuture.supplyAsync(this::read).get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
            if (line.isEmpty()) {
                throw new IOException("no answer");
            }
            return line;
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String read() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the program: it closes what it has open. */
    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized void install() {
        assumeTrue(runs("node", "--version"), "skipped: there is no Node here to run SDKs of JavaScript");
        try {
            Files.createDirectories(PLACE);
            Path installed = PLACE.resolve("installed.json");
            String wanted = Files.readString(PROGRAMS.resolve("package.json"));
            try (Stream<Path> programs = Files.list(PROGRAMS)) {
                for (Path program : programs.toList()) {
                    Files.copy(program, PLACE.resolve(program.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
                boolean done = runs(
                        "npm",
                        "install",
                        "--no-package-lock",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefer-offline",
                        "--loglevel=error");
                assumeTrue(done, "skipped: the packages of src/test/js/package.json cannot be installed here");
                Files.writeString(installed, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(String... command) {
        try {
            Files.createDirectories(PLACE);
            Process process = new ProcessBuilder(command)
                    .directory(PLACE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(PLACE.resolve(command[0] + ".log").toFile())
                    .start();
            boolean ended = process.waitFor(INSTALLATION_LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
