package dev.jackstaff.cli.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory unpacked from an artifact, once. It is named after the artifact, and appears complete or not at all. */
public record ArtifactDirectory(Path parent, Path artifact) {
    /** The directory, unpacked first if it is missing. Directories of other versions stay as they are. */
    public Path getOrUnpack(Unpacker unpacker) throws IOException {
        Path directory = parent.resolve(artifact.getFileName().toString().replaceFirst("\\.(zip|jar)$", ""));
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(parent);
            Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
            deleteRecursively(partial);
            Files.createDirectory(partial);
            unpacker.unpackTo(partial);
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return directory;
    }

    /** Deletes a directory with its content, if it exists. */
    public static void deleteRecursively(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The step that fills the new directory. */
    @FunctionalInterface
    public interface Unpacker {
        void unpackTo(Path directory) throws IOException;
    }
}
