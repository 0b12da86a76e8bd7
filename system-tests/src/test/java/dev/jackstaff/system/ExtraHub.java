package dev.jackstaff.system;

import dev.jackstaff.cli.installation.DatabaseSettings;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationSecrets;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.Ports;
import dev.jackstaff.cli.payara.HubServer;
import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.testprocess.TestPorts;
import dev.jackstaff.testprocess.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * One hub of several, started as the command starts its own. It ends with the test, and with the run, however that ends.
 */
final class ExtraHub implements AutoCloseable {
    private final String name;
    private final HubServer server;
    private final InstallationState state;
    private final Map<String, String> settings;
    private final boolean deployed;
    private final LoopbackPort administration = unusedPort();
    private final TestProcess process;

    private ExtraHub(String name, InstallationState state, Map<String, String> settings, boolean deployed) {
        InstallationHome home =
                new InstallationHome(Path.of("target/hubs", name).toAbsolutePath());
        home.prepare();
        ServerFiles.linkInto(home);
        this.name = name;
        this.server = new HubServer(home, ServerFiles.artifacts());
        this.state = state;
        this.settings = settings;
        this.deployed = deployed;
        this.process = TestProcess.start(this::launch);
    }

    /**
     * Starts one, and does not wait for it.
     *
     * @param gridPort its own in the data grid
     * @param settings its environment, beside what its ports and the database make necessary
     */
    static ExtraHub start(
            String name, String grid, LoopbackPort gridPort, DatabaseSettings database, Map<String, String> settings) {
        return new ExtraHub(name, state(grid, gridPort, database), settings, true);
    }

    /** Starts the server alone, set up for a hub that is to be deployed yet. */
    static ExtraHub startUndeployed(String name, DatabaseSettings database, Map<String, String> settings)
            throws IOException {
        InstallationState state = state("jackstaff-" + InstallationSecrets.randomText(8), unusedPort(), database);
        return new ExtraHub(name, state, settings, false);
    }

    private static InstallationState state(String grid, LoopbackPort gridPort, DatabaseSettings database) {
        LoopbackPort none = unusedPort();
        Ports ports = new Ports(unusedPort(), none, gridPort, none, none);
        return new InstallationState(grid, ports, database, InstallationSecrets.generate(), Map.of());
    }

    static LoopbackPort unusedPort() {
        return new LoopbackPort(TestPorts.unused());
    }

    private Process launch() {
        try {
            server.prepare(state);
            BackgroundProgram program = server.program(state, settings);
            if (!deployed) {
                Path files = server.home().payaraDirectory();
                Files.writeString(files.resolve("hub-post-boot.asadmin"), "");
                Files.write(files.resolve("hub-pre-boot.asadmin"), openAdministration(), StandardOpenOption.APPEND);
            }
            return program.start(server.standardInput());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    String url() {
        return state.ports().hubUrl().toString();
    }

    /** The commands that open the administration, through which a hub is to be deployed. */
    private List<String> openAdministration() {
        String listener =
                "set configs.config.server-config.network-config.network-listeners.network-listener.admin-listener.";
        return List.of(
                listener + "enabled=true",
                listener + "address=127.0.0.1",
                listener + "port=" + administration,
                "set configs.config.server-config.http-service.virtual-server.__asadmin.network-listeners=admin-listener");
    }

    /** The port of its administration, which is closed unless the server was started alone. */
    LoopbackPort administration() {
        return administration;
    }

    /** The password of its administration. */
    String administrationPassword() {
        return state.secrets().asadminPassword();
    }

    /** Whether it says that it is ready; an error where it cannot become so any more. */
    boolean ready() {
        if (!process.isAlive() || server.startupFault().isPresent()) {
            throw new AssertionError(
                    "the hub did not start; see " + server.logFile().path());
        }
        try {
            return RawHttp.send(url(), "GET", "/health/ready", Map.of(), new byte[0])
                            .status()
                    == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** The lines of its log. */
    List<String> log() {
        return server.logFile().tail(Integer.MAX_VALUE);
    }

    /** Ends it as a crash does. */
    void kill() {
        process.kill();
    }

    /** Starts it again, at the same ports. */
    void restart() {
        process.restart();
    }

    /** Has it do nothing, as a machine does that hangs. */
    void freeze() {
        process.freeze();
    }

    /** Has it go on. */
    void thaw() {
        process.thaw();
    }

    @Override
    public void close() {
        process.close();
    }
}
