package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program of another language that runs beside the test, is asked and answers: one JSON object per line in,
 * {@code {"ask": name, ...}}, and one per line out, {@code {"answer": ...}} or {@code {"failure": text}}.
 */
final class ScriptProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANSWER_LIMIT_SECONDS = 60;

    private final String name;
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    private ScriptProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a program; what it writes to its standard error is a file of its name in the place where it runs. */
    static ScriptProcess start(String name, Path place, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(place.toFile())
                    .redirectError(place.resolve(name + ".log").toFile())
                    .start();
            return new ScriptProcess(name, process);
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
}
