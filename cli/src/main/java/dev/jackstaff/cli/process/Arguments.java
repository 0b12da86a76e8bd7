package dev.jackstaff.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The arguments a process was started with, whole. Empty when they may not be read. */
public record Arguments(List<String> values) {
    public Arguments {
        values = List.copyOf(values);
    }

    public static Arguments of(ProcessHandle process) {
        Path file = Path.of("/proc/" + process.pid() + "/cmdline");
        try {
            return Files.exists(file)
                    ? new Arguments(List.of(Files.readString(file).split("\0", -1)))
                    : new Arguments(process.info().arguments().map(List::of).orElse(List.of()));
        } catch (IOException e) {
            return new Arguments(List.of());
        }
    }
}
