package dev.jackstaff.cli.payara;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.artifact.Unpacked;
import dev.jackstaff.cli.artifact.Zip;
import dev.jackstaff.cli.installation.Home;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.installation.State;
import dev.jackstaff.cli.process.Background;
import dev.jackstaff.cli.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Payara Micro with the edge, which itself is a lite member of the hub's data grid. What Payara Micro remembers of a run is taken back before
 * the next, so that every start takes the same path.
 */
public record EdgeServer(Home home, Artifacts artifacts) {
    private static final Pattern NOT_DEPLOYED = Pattern.compile("Exception while (preparing|loading|starting) the app");
    private static final Pattern REFUSED =
            Pattern.compile("(IllegalArgument|jakarta.enterprise.inject.spi.Deployment)Exception: ");
    private static final String CONFIGURATION = "MICRO-INF/domain/";

    /** Unpacks Payara Micro, unless it is there, and gives it the configuration it ships. */
    public void prepare() throws IOException {
        Path root = root();
        for (String remembered : List.of("config", "applications", "generated")) {
            Unpacked.delete(root.resolve(remembered));
        }
        new Zip(artifacts.payaraMicro()).unpack(root.resolve("fresh"), CONFIGURATION);
        Files.move(
                root.resolve("fresh").resolve(CONFIGURATION), root.resolve("config"), StandardCopyOption.ATOMIC_MOVE);
        Unpacked.delete(root.resolve("fresh"));
        new LoggingConfiguration(root.resolve("config/logging.properties"), LogFormat.of(System.getenv())).adjust();
    }

    /** The edge of an installation as it is to be started. */
    public Background server(State state) throws IOException {
        Map<String, String> settings = Map.of(
                "JACKSTAFF_EDGE_DATA",
                home.edge().resolve("data").toString(),
                "JACKSTAFF_EDGE_ADDRESS",
                "127.0.0.1",
                "JACKSTAFF_EDGE_GRID_CLUSTER",
                state.grid(),
                "JACKSTAFF_EDGE_GRID_INTERFACE",
                "127.0.0.1",
                "JACKSTAFF_EDGE_GRID_PORT",
                state.ports().edgeGrid().toString(),
                "JACKSTAFF_EDGE_GRID_MEMBERS",
                "127.0.0.1:" + state.ports().hubGrid());
        return server(state.ports().edge().number(), settings);
    }

    /**
     * An edge as it is to be started.
     *
     * @param settings its environment
     */
    public Background server(int port, Map<String, String> settings) throws IOException {
        Path options = BootScript.shipped("edge.jvm-options").writeTo(home.edge(), settings);
        Path before = BootScript.shipped("edge-pre-boot.asadmin").writeTo(home.edge(), settings);
        List<String> command = new ArrayList<>(List.of(
                Java.program(),
                "@" + options,
                loadedClasses(),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-jar",
                root().resolve("launch-micro.jar").toString()));
        command.addAll(List.of("--name", "edge", "--port", Integer.toString(port)));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", before.toString()));
        command.addAll(List.of("--deploy", artifacts.edge().toString(), "--contextroot", "/"));
        Map<String, String> environment = new HashMap<>(settings);
        // Of glibc: an arena for each thread would hold memory that nobody uses.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        return new Background(command, home.edge(), log().path(), environment);
    }

    /**
     * What lets the virtual machine load its classes from an archive of its own making, in half the time: it is written at the
     * end of the first run that is stopped in order. The machine itself sees whether an archive is whole and fits.
     */
    private String loadedClasses() {
        String fingerprint = Integer.toHexString(
                List.of(Runtime.version().toString(), artifacts.payaraMicro().toString())
                        .hashCode());
        Path archive = home.edge().resolve("classes-" + fingerprint + ".jsa");
        return (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive;
    }

    /** Why the edge is not there although its server is; empty where no fault is in the log. */
    public Optional<String> fault() {
        return refusal().or(() -> log().find(NOT_DEPLOYED));
    }

    /**
     * Whether the server has not deployed the edge for no reason of the edge's own. Once in some fifty starts Payara Micro
     * (6.2025.10) deploys nothing, because its security service finds no class loader; on the next start it does.
     */
    public boolean forgotten() {
        return log().find(NOT_DEPLOYED).isPresent() && refusal().isEmpty();
    }

    /** The sentence with which the edge itself ended the deployment. */
    private Optional<String> refusal() {
        return log().find(REFUSED)
                .map(line -> line.substring(line.lastIndexOf("Exception: ") + "Exception: ".length()));
    }

    public LogFile log() {
        return new LogFile(home.log(Role.EDGE));
    }

    private Path root() throws IOException {
        Path archive = artifacts.payaraMicro();
        return new Unpacked(home.edge(), archive).orElse(directory -> unpack(archive, directory));
    }

    private static void unpack(Path archive, Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Java.program(),
                        "-jar",
                        archive.toString(),
                        "--rootdir",
                        directory.toString(),
                        "--outputlauncher")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("Payara Micro could not unpack itself to " + directory);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
