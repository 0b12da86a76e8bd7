package dev.jackstaff.cli.payara;

import dev.jackstaff.cli.artifact.ArtifactDirectory;
import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.artifact.ZipArchive;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.BackgroundProgram;
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
 * The edge on Payara Micro: its files and how to start it. The files of the last run are removed first, so that every
 * start is the same.
 *
 * @param java the Java that runs the edge, which decides about the version of Payara Micro
 */
public record EdgeServer(InstallationHome home, Artifacts artifacts, JavaRuntime java) {
    private static final Pattern NOT_DEPLOYED = Pattern.compile("Exception while (preparing|loading|starting) the app");
    private static final Pattern REFUSED = Pattern.compile("The edge cannot start: (?!the server did not deploy it)");
    private static final String CANNOT_START = "The edge cannot start: ";
    private static final String UPSTREAM_KIND = "JACKSTAFF_EDGE_UPSTREAM_KIND";
    private static final String SHIPPED = "MICRO-INF/";
    private static final String CONFIGURATION = SHIPPED + "domain/";

    /** Properties without which Payara Micro 7 does not start; an older one has them elsewhere too. */
    private static final String BOOT_PROPERTIES = "payara-boot.properties";

    /** The edge on the Java that is configured for edges. */
    public EdgeServer(InstallationHome home, Artifacts artifacts) {
        this(home, artifacts, JavaRuntime.ofEdges(System.getenv()));
    }

    /** Unpacks Payara Micro if it is missing, and restores its shipped configuration. */
    public void prepare() throws IOException {
        prepare(LogFormat.of(System.getenv()));
    }

    /**
     * Prepares the same with a log in JSON or in text.
     *
     * @param json whether the log has one JSON object per line
     */
    public void prepare(boolean json) throws IOException {
        prepare(json ? LogFormat.JSON : LogFormat.TEXT);
    }

    private void prepare(LogFormat format) throws IOException {
        Path root = microDirectory();
        for (String leftover : List.of("config", "applications", "generated")) {
            ArtifactDirectory.deleteRecursively(root.resolve(leftover));
        }
        Path fresh = root.resolve("fresh");
        ArtifactDirectory.deleteRecursively(fresh);
        ZipArchive shipped = new ZipArchive(payaraMicro());
        shipped.unpack(fresh, CONFIGURATION);
        shipped.unpack(fresh, SHIPPED + BOOT_PROPERTIES);
        Path configuration = fresh.resolve(CONFIGURATION);
        Files.move(fresh.resolve(SHIPPED + BOOT_PROPERTIES), configuration.resolve(BOOT_PROPERTIES));
        Files.move(configuration, root.resolve("config"), StandardCopyOption.ATOMIC_MOVE);
        ArtifactDirectory.deleteRecursively(fresh);
        new LoggingConfiguration(root.resolve("config/logging.properties"), format).rewrite();
    }

    /**
     * The program that starts an installation's edge. Its port and the form of its log are told by our names, which are
     * stronger than those of other systems: a shell may have these for something else.
     */
    public BackgroundProgram program(InstallationState state) throws IOException {
        Map<String, String> settings = Map.of(
                "JACKSTAFF_EDGE_DATA",
                home.edgeDirectory().resolve("data").toString(),
                "JACKSTAFF_EDGE_ADDRESS",
                "127.0.0.1",
                "JACKSTAFF_EDGE_PORT",
                state.ports().edge().toString(),
                "JACKSTAFF_EDGE_LOG_FORMAT",
                LogFormat.of(System.getenv()).name(),
                UPSTREAM_KIND,
                System.getenv().getOrDefault(UPSTREAM_KIND, "grid"),
                "JACKSTAFF_EDGE_GRID_CLUSTER",
                state.gridName(),
                "JACKSTAFF_EDGE_GRID_SECRET",
                state.secrets().gridSecret(),
                "JACKSTAFF_EDGE_GRID_INTERFACE",
                "127.0.0.1",
                "JACKSTAFF_EDGE_GRID_PORT",
                state.ports().edgeGrid().toString(),
                "JACKSTAFF_EDGE_GRID_MEMBERS",
                "127.0.0.1:" + state.ports().hubGrid());
        return program(state.ports().edge().number(), settings);
    }

    /**
     * The program that starts an edge.
     *
     * @param settings the environment variables of the edge
     */
    public BackgroundProgram program(int port, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.executable()));
        command.addAll(arguments(port, settings, launcher(), List.of()));
        Map<String, String> environment = new HashMap<>(settings);
        // glibc's default, an arena for each thread, would hold unused memory
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        environment.put(
                BackgroundProgram.LOG_FILES, home.logFile(ProcessRole.EDGE).toString());
        return new BackgroundProgram(command, home.edgeDirectory(), logFile().path(), environment);
    }

    /**
     * The arguments of Java for an edge in the foreground, which may run in any directory.
     *
     * @param options further options of Java
     */
    public List<String> foregroundArguments(int port, List<String> options) throws IOException {
        return arguments(port, Map.of(), microDirectory().resolve("launch-micro.jar"), options);
    }

    private List<String> arguments(int port, Map<String, String> settings, Path launcher, List<String> options)
            throws IOException {
        Path jvmOptions = ServerSetupFile.load("edge.jvm-options").writeTo(home.edgeDirectory(), settings);
        Path before = ServerSetupFile.load("edge-pre-boot.asadmin").writeTo(home.edgeDirectory(), settings);
        List<String> arguments = new ArrayList<>(List.of("@" + jvmOptions, classArchiveOption()));
        arguments.addAll(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        arguments.addAll(options);
        arguments.addAll(List.of("-jar", launcher.toString()));
        arguments.addAll(List.of("--name", "edge", "--port", Integer.toString(port)));
        arguments.addAll(List.of("--nohazelcast", "--disablephonehome"));
        arguments.addAll(List.of("--prebootcommandfile", before.toString()));
        arguments.addAll(List.of("--deploy", artifacts.edgeWar().toString(), "--contextroot", "/"));
        return arguments;
    }

    /** Named from the directory in which the edge runs: an archive of classes names them, and holds in a copy of the directory too. */
    private Path launcher() throws IOException {
        return home.edgeDirectory().relativize(microDirectory()).resolve("launch-micro.jar");
    }

    /**
     * The JVM option for the class archive, which halves the start time: the archive is written at the end of the first
     * orderly run and used afterwards. The JVM itself ignores an incomplete or unsuitable archive.
     */
    private String classArchiveOption() {
        String fingerprint = Integer.toHexString(
                List.of(java.build(), payaraMicro().toString()).hashCode());
        Path archive = home.edgeDirectory().resolve("classes-" + fingerprint + ".jsa");
        return (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive;
    }

    /**
     * The reason why the edge cannot start; empty if the log shows none. Only a failed deployment is a reason: an edge
     * that runs logs exceptions as well.
     */
    public Optional<String> startupFault() {
        return deploymentRefusal().or(() -> logFile().find(NOT_DEPLOYED));
    }

    /**
     * Whether Payara Micro failed to deploy the edge for reasons of its own. About one in fifty starts (6.2025.10)
     * lacks a class loader in its security service; the next start works.
     */
    public boolean isDeploymentMissing() {
        return logFile().find(NOT_DEPLOYED).isPresent() && deploymentRefusal().isEmpty();
    }

    /** The edge's own message when it refused the deployment. */
    private Optional<String> deploymentRefusal() {
        return logFile().find(REFUSED).map(line -> line.substring(line.indexOf(CANNOT_START) + CANNOT_START.length()));
    }

    public LogFile logFile() {
        return new LogFile(home.logFile(ProcessRole.EDGE));
    }

    private Path microDirectory() throws IOException {
        Path archive = payaraMicro();
        return new ArtifactDirectory(home.edgeDirectory(), archive)
                .getOrUnpack(directory -> unpack(archive, directory));
    }

    private Path payaraMicro() {
        return artifacts.payaraMicro(java.feature());
    }

    private void unpack(Path archive, Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        java.executable(),
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
