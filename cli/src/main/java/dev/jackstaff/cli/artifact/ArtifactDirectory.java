package dev.jackstaff.cli.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory made from an artifact, once. Its name carries the artifact's, so that a new version gets its own; it appears
 * whole or not at all, so that an interrupted run leaves nothing that looks complete.
 */
public record ArtifactDirectory(Path parent, Path artifact) {
    /** The directory, filled by the given work if it is not there yet. What other versions left behind is removed. */
    public Path getOrUnpack(Unpacker filling) throws IOException {
        Path directory = parent.resolve(artifact.getFileName().toString().replaceFirst("\\.(zip|jar)$", ""));
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(parent);
            Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
            deleteRecursively(partial);
            Files.createDirectory(partial);
            filling.unpackTo(partial);
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return directory;
    }

    /** Removes a directory and all that is in it, if it is there. */
    public static void deleteRecursively(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** What fills the new directory. */
    @FunctionalInterface
    public interface Unpacker {
        void unpackTo(Path directory) throws IOException;
    }
}
