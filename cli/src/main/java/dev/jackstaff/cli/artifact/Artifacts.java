package dev.jackstaff.cli.artifact;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directory of built artifacts, beside the command's own archive. */
public record Artifacts(Path directory) {
    private static final int JAVA_OF_MICRO_7 = 21;

    /** The directory beside the archive this class was loaded from. */
    public static Artifacts locate() {
        try {
            Path own = Path.of(Artifacts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Artifacts(own.resolveSibling("stack"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path hubEar() {
        return directory.resolve("jackstaff.ear");
    }

    public Path edgeWar() {
        return directory.resolve("jackstaff-edge.war");
    }

    public Path postgresDriver() {
        return directory.resolve("postgresql-driver.jar");
    }

    public Path payaraServer() {
        return newestVersion("payara-", ".zip");
    }

    /**
     * The newest Payara Micro that runs on a Java.
     *
     * @param java the first number of its version
     */
    public Path payaraMicro(int java) {
        return newestVersion(java < JAVA_OF_MICRO_7 ? "payara-micro-6." : "payara-micro-7.", ".jar");
    }

    public Path postgresArchive() {
        return newestVersion("postgresql-", ".jar");
    }

    /** The artifact with a version in its name; the most recently modified one if there are several. */
    private Path newestVersion(String prefix, String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> matches(file, prefix, suffix))
                    .max((one, other) -> Long.compare(
                            one.toFile().lastModified(), other.toFile().lastModified()))
                    .orElseThrow(() -> new CommandFailedException(prefix + "*" + suffix + " is missing in " + directory
                            + ". Build it: mvn -DskipTests package"));
        } catch (IOException e) {
            throw new CommandFailedException(directory + " is missing. Build it: mvn -DskipTests package", e);
        }
    }

    private static boolean matches(Path file, String prefix, String suffix) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) && name.endsWith(suffix) && Character.isDigit(name.charAt(prefix.length()));
    }
}
