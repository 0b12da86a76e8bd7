package dev.jackstaff.cli.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of arguments for {@code java @file}. */
final class ArgumentFile {
    private ArgumentFile() {}

    /** Writes arguments, each in quotes on a line of its own. */
    static void write(Path file, List<String> arguments) throws IOException {
        Files.writeString(
                file, arguments.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n", "", "\n")));
    }

    /** The arguments of a file that has one on each line, without quotes. */
    static List<String> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static String quoted(String argument) {
        String text = argument.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return '"' + text + '"';
    }
}
