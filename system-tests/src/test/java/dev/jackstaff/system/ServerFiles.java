package dev.jackstaff.system;

import dev.jackstaff.cli.artifact.ArtifactDirectory;
import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.artifact.ZipArchive;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.payara.EdgeServer;
import dev.jackstaff.cli.postgres.PostgresBinaries;
import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.testprocess.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PostgreSQL, Payara Server and Payara Micro, unpacked once for all tests, and the archive of the classes that an edge loads. The
 * tests' directories get hard links to them, so that a first start there takes no longer than a later one.
 */
final class ServerFiles {
    private static final InstallationHome TEMPLATE =
            new InstallationHome(Path.of("target/servers").toAbsolutePath());
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final String MICRO = "payara-micro-";
    private static final String CLASSES = "classes-";

    private static boolean made;

    private ServerFiles() {}

    /** Links them into a directory that has none of its own. */
    static void linkInto(InstallationHome home) {
        try {
            make();
            link(TEMPLATE.postgresDirectory(), home.postgresDirectory(), "postgresql-");
            link(TEMPLATE.payaraDirectory(), home.payaraDirectory(), "payara-");
            linkEdgeInto(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links those of an edge alone. */
    static void linkEdgeInto(InstallationHome home) {
        try {
            make();
            link(TEMPLATE.edgeDirectory(), home.edgeDirectory(), MICRO);
            link(TEMPLATE.edgeDirectory(), home.edgeDirectory(), CLASSES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Artifacts artifacts() {
        return new Artifacts(root().resolve("cli/target/stack"));
    }

    /** The directory of the whole project. */
    static Path root() {
        return Path.of(System.getProperty("jackstaff.root", "..")).toAbsolutePath();
    }

    private static synchronized void make() throws IOException {
        if (!made) {
            TEMPLATE.prepare();
            Artifacts artifacts = artifacts();
            new PostgresBinaries(artifacts.postgresArchive(), TEMPLATE.postgresDirectory()).unpack();
            new ArtifactDirectory(TEMPLATE.payaraDirectory(), artifacts.payaraServer())
                    .getOrUnpack(directory -> new ZipArchive(artifacts.payaraServer()).unpack(directory, ""));
            new EdgeServer(TEMPLATE, artifacts).prepare();
            archiveClasses(artifacts);
            made = true;
        }
    }

    /** An edge writes the archive when it is stopped in order. This one runs elsewhere, so that the template stays as unpacked. */
    private static void archiveClasses(Artifacts artifacts) throws IOException {
        InstallationHome home = new InstallationHome(TEMPLATE.directory().resolve("archived"));
        home.prepare();
        link(TEMPLATE.edgeDirectory(), home.edgeDirectory(), MICRO);
        link(TEMPLATE.edgeDirectory(), home.edgeDirectory(), CLASSES);
        EdgeServer server = new EdgeServer(home, artifacts);
        server.prepare();
        LoopbackPort port = ExtraHub.unusedPort();
        BackgroundProgram program = server.program(port.number(), settings(home));
        if (program.command().stream().anyMatch(word -> word.startsWith("-XX:ArchiveClassesAtExit"))) {
            try (TestProcess process = TestProcess.start(() -> program.start(Path.of("/dev/null")))) {
                process.awaitStarted(
                        START_LIMIT, () -> !process.isAlive() || server.isDeploymentMissing() || ready(port));
            }
            link(home.edgeDirectory(), TEMPLATE.edgeDirectory(), CLASSES);
        }
    }

    private static Map<String, String> settings(InstallationHome home) throws IOException {
        Path flags = Files.writeString(home.edgeDirectory().resolve("flags.json"), "{}");
        return Map.of(
                "JACKSTAFF_EDGE_ADDRESS",
                "127.0.0.1",
                "JACKSTAFF_EDGE_UPSTREAM_KIND",
                "file",
                "JACKSTAFF_EDGE_UPSTREAM_FILE",
                flags.toString(),
                "JACKSTAFF_EDGE_UPSTREAM_TOKENS",
                "default:default.a-token-of-the-archive");
    }

    private static boolean ready(LoopbackPort port) {
        try {
            return RawHttp.send("http://127.0.0.1:" + port, "GET", "/health/ready", Map.of(), new byte[0])
                            .status()
                    == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** Links the children with that beginning, each whole or not at all, unless they are there. */
    private static void link(Path from, Path to, String beginning) throws IOException {
        Files.createDirectories(to);
        List<Path> children;
        try (Stream<Path> all = Files.list(from)) {
            children = all.filter(child -> child.getFileName().toString().startsWith(beginning))
                    .toList();
        }
        for (Path child : children) {
            Path copy = to.resolve(child.getFileName());
            if (!Files.exists(copy)) {
                Path partial = to.resolve(child.getFileName() + ".partial");
                ArtifactDirectory.deleteRecursively(partial);
                linkAll(child, partial);
                Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void linkAll(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path each : all) {
            Path copy = to.resolve(from.relativize(each).toString());
            if (Files.isSymbolicLink(each)) {
                Files.createSymbolicLink(copy, Files.readSymbolicLink(each));
            } else if (Files.isDirectory(each)) {
                Files.createDirectories(copy);
            } else {
                Files.createLink(copy, each);
            }
        }
    }
}
