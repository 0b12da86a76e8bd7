package dev.jackstaff.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of all modules, without their tests, and the page about the architecture. */
final class Sources {
    private static final Path ROOT = Path.of("..");

    private Sources() {}

    static List<Path> files() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::javaFiles)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a file's main type. */
    static String typeName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** The lines of {@code docs/architecture.md}. */
    static List<String> architecturePage() {
        return lines(ROOT.resolve("docs/architecture.md"));
    }
}
