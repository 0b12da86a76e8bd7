package dev.jackstaff.system;

import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.payara.EdgeServer;
import dev.jackstaff.cli.payara.JavaRuntime;
import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.testprocess.TestPorts;
import dev.jackstaff.testprocess.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One more edge beside those of an installation: started as the command starts its own, with settings of its own. It ends with
 * the test, and with the run, however that ends.
 */
final class ExtraEdge implements AutoCloseable {
    private static final long START_LIMIT_SECONDS = 120;

    /** Starts with two thirds of the processor time, and optimizes nothing: most of these edges live for seconds. */
    private static final String FAST_START_OPTION = "-XX:TieredStopAtLevel=1";

    private final EdgeServer server;
    private final Map<String, String> settings;
    private final List<String> prefix;
    private final List<String> options;
    private final String host;
    private final int port = TestPorts.unused();
    private final TestProcess process;

    private ExtraEdge(
            EdgeServer server, Map<String, String> settings, List<String> prefix, List<String> options, String host) {
        this.server = server;
        this.settings = settings;
        this.prefix = prefix;
        this.options = options;
        this.host = host;
        this.process = TestProcess.start(this::launch);
    }

    /**
     * Starts one on loopback, and waits until it lives.
     *
     * @param name of its directory
     * @param settings its environment
     */
    static ExtraEdge start(String name, Map<String, String> settings) {
        return onLoopback(name, settings, List.of(FAST_START_OPTION));
    }

    /** Starts one with the options that users have, for tests that measure it. */
    static ExtraEdge startAsShipped(String name, Map<String, String> settings) {
        return onLoopback(name, settings, List.of());
    }

    /** Starts one on a Java of its own, with the options that users have. */
    static ExtraEdge startOn(JavaRuntime java, String name, Map<String, String> settings) {
        EdgeServer server = server(name);
        return onLoopback(new EdgeServer(server.home(), server.artifacts(), java), settings, List.of());
    }

    private static ExtraEdge onLoopback(String name, Map<String, String> settings, List<String> options) {
        return onLoopback(server(name), settings, options);
    }

    private static ExtraEdge onLoopback(EdgeServer server, Map<String, String> settings, List<String> options) {
        Map<String, String> all = new HashMap<>(Map.of("JACKSTAFF_EDGE_ADDRESS", "127.0.0.1"));
        all.putAll(settings);
        return new ExtraEdge(server, all, List.of(), options, "127.0.0.1");
    }

    /** Starts one behind a command that runs commands, where it is reached at another address. */
    static ExtraEdge start(String name, Map<String, String> settings, List<String> prefix, String host) {
        return new ExtraEdge(server(name), settings, prefix, List.of(FAST_START_OPTION), host);
    }

    private static EdgeServer server(String name) {
        InstallationHome home =
                new InstallationHome(Path.of("target/edges", name).toAbsolutePath());
        home.prepare();
        ServerFiles.linkEdgeInto(home);
        return new EdgeServer(home, ServerFiles.artifacts());
    }

    /** One that takes its snapshots from a hub or an edge over HTTP. */
    static Map<String, String> httpUpstream(String upstreamUrl, String key) {
        return Map.of(
                "JACKSTAFF_EDGE_UPSTREAM_KIND",
                "http",
                "JACKSTAFF_EDGE_UPSTREAM_URL",
                upstreamUrl,
                "JACKSTAFF_EDGE_UPSTREAM_KEY",
                key);
    }

    String url() {
        return "http://" + host + ":" + port;
    }

    /** The first line of its log that holds this. */
    Optional<String> logged(Pattern line) {
        return server.logFile().find(line);
    }

    private Process launch() {
        try {
            server.prepare();
            BackgroundProgram program = server.program(port, settings);
            List<String> command = new ArrayList<>(program.command());
            command.addAll(command.indexOf("-jar"), options);
            command.addAll(0, prefix);
            return new BackgroundProgram(command, program.directory(), program.log(), program.environment())
                    .start(Path.of("/dev/null"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is ready to serve; one that its server did not deploy gets another chance, as from the command. */
    ExtraEdge awaitReady(QuickstartFile quickstart) {
        OfrepClient edge = OfrepClient.at(url(), quickstart);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
        boolean another = true;
        while (!edge.ready()) {
            if (another && server.isDeploymentMissing()) {
                another = false;
                stop();
                restart();
            }
            if (!process.isAlive() || System.nanoTime() - limit > 0) {
                close();
                throw new AssertionError(
                        "the edge did not become ready; see " + server.logFile().path());
            }
            pause();
        }
        return this;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The number of its process. */
    long pid() {
        return process.pid();
    }

    /** The port at which it answers. */
    int port() {
        return port;
    }

    /** How much memory of the machine it holds, in megabytes. */
    long residentMegabytes() throws IOException {
        return ProcessMemory.residentMegabytes(process.pid());
    }

    /** Ends it as a crash does. */
    void kill() {
        process.kill();
    }

    /** Starts it again, at the same port. */
    void restart() {
        process.restart();
    }

    /** Ends it in an orderly way. */
    void stop() {
        process.stop();
    }

    @Override
    public void close() {
        process.close();
    }
}
