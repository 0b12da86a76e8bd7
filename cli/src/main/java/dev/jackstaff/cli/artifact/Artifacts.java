package dev.jackstaff.cli.artifact;

import dev.jackstaff.cli.terminal.Failure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directory in which the build collected what the stack is made of: it lies beside the command's own archive. */
public record Artifacts(Path directory) {
    /** The directory beside the archive this class was loaded from. */
    public static Artifacts besideTheCommand() {
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

    public Path hub() {
        return directory.resolve("jackstaff.ear");
    }

    public Path edge() {
        return directory.resolve("jackstaff-edge.war");
    }

    public Path driver() {
        return directory.resolve("postgresql-driver.jar");
    }

    public Path payaraServer() {
        return versioned("payara-", ".zip");
    }

    public Path payaraMicro() {
        return versioned("payara-micro-", ".jar");
    }

    public Path postgres() {
        return versioned("postgresql-", ".jar");
    }

    /** The artifact of that name with a version in it; the newest, should an older one be left over. */
    private Path versioned(String prefix, String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> named(file, prefix, suffix))
                    .max((one, other) -> Long.compare(
                            one.toFile().lastModified(), other.toFile().lastModified()))
                    .orElseThrow(() -> new Failure(prefix + "*" + suffix + " is missing in " + directory
                            + ". Build it: mvn -DskipTests package"));
        } catch (IOException e) {
            throw new Failure(directory + " is missing. Build it: mvn -DskipTests package", e);
        }
    }

    private static boolean named(Path file, String prefix, String suffix) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) && name.endsWith(suffix) && Character.isDigit(name.charAt(prefix.length()));
    }
}
