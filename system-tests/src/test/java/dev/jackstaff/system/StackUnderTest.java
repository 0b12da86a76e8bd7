package dev.jackstaff.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.testprocess.TestPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A whole stack of its own, started by the command that users have: own directory, own ports, own data. */
final class StackUnderTest implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long COMMAND_LIMIT_SECONDS = 300;
    private static final List<String> PORTS = List.of(
            "JACKSTAFF_HUB_PORT",
            "JACKSTAFF_EDGE_PORT",
            "JACKSTAFF_HUB_GRID_PORT",
            "JACKSTAFF_EDGE_GRID_PORT",
            "JACKSTAFF_DB_PORT");

    private final Path root;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    private StackUnderTest(Path root, Path home) {
        this.root = root;
        this.home = home;
        environment.put("JACKSTAFF_HOME", home.toString());
        String java = System.getProperty("jackstaff.java.home", "");
        if (!java.isEmpty()) {
            environment.put("JAVA_HOME", java);
        }
        PORTS.forEach(name -> environment.put(name, Integer.toString(TestPorts.unused())));
    }

    /** What a command of the installation did. */
    record Outcome(int exitCode, String output) {}

    /** One that is not started yet and has nothing of an earlier run but servers that are unpacked. */
    static StackUnderTest in(String directory) {
        StackUnderTest installation = fromNothing(directory);
        ServerFiles.linkInto(new InstallationHome(installation.home));
        return installation;
    }

    /** One that is not started yet and has nothing at all, as users have it at first. */
    static StackUnderTest fromNothing(String directory) {
        StackUnderTest installation = new StackUnderTest(
                ServerFiles.root(),
                Path.of(System.getProperty("jackstaff.home", "target/jackstaff"))
                        .resolveSibling(directory)
                        .toAbsolutePath());
        installation.clear();
        return installation;
    }

    private void clear() {
        if (!Files.exists(home)) {
            return;
        }
        runSuccessfully("down");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ./jackstaff} with these arguments to its end. */
    Outcome run(String... arguments) {
        try {
            Path output = Files.createTempFile("jackstaff", ".out");
            Process process = start(output, arguments);
            boolean ended = process.waitFor(COMMAND_LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String text = Files.readString(output);
            Files.delete(output);
            return new Outcome(ended ? process.exitValue() : -1, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(root.resolve("jackstaff").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    Outcome up() {
        return run("up", "--detach");
    }

    /** The command that must succeed. */
    String runSuccessfully(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError("jackstaff " + String.join(" ", arguments) + " ended with " + outcome.exitCode()
                    + ":\n" + outcome.output());
        }
        return outcome.output();
    }

    QuickstartFile quickstart() {
        return QuickstartFile.of(json("quickstart.json"));
    }

    /** What the command remembers of itself; see its operations page. */
    JsonNode state() {
        return json("state.json");
    }

    /** The port of this name in the state of the installation. */
    int port(String name) {
        return state().at("/ports/" + name).asInt();
    }

    /** The settings of a further edge in this installation's data grid. */
    Map<String, String> overGrid() {
        return Map.of(
                "JACKSTAFF_EDGE_UPSTREAM_KIND",
                "grid",
                "JACKSTAFF_EDGE_GRID_CLUSTER",
                state().path("grid").asText(),
                "JACKSTAFF_EDGE_GRID_SECRET",
                state().at("/secrets/grid").asText(),
                "JACKSTAFF_EDGE_GRID_INTERFACE",
                "127.0.0.1",
                "JACKSTAFF_EDGE_GRID_PORT",
                Integer.toString(TestPorts.unused()),
                "JACKSTAFF_EDGE_GRID_MEMBERS",
                "127.0.0.1:" + port("hubGrid"));
    }

    /** The process in a role: {@code postgres}, {@code hub} or {@code edge}. */
    ProcessHandle process(String role) {
        long pid = state().at("/processes/" + role + "/pid").asLong();
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(role + " does not run"));
    }

    /** Ends a process as a crash does. */
    void kill(String role) {
        ProcessHandle process = process(role);
        process.destroyForcibly();
        process.onExit().join();
    }

    Connection database() throws SQLException {
        JsonNode database = state().path("database");
        return DriverManager.getConnection(
                database.path("url").asText(),
                database.path("user").asText(),
                database.path("password").asText());
    }

    /** Every port this installation was told to use. */
    List<Integer> ports() {
        return PORTS.stream().map(environment::get).map(Integer::valueOf).toList();
    }

    String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Runs every further command with this in its environment. */
    void setEnvironment(String name, String value) {
        environment.put(name, value);
    }

    Path home() {
        return home;
    }

    @Override
    public void close() {
        run("down");
    }

    private JsonNode json(String file) {
        try {
            return JSON.readTree(Files.readString(home.resolve(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
