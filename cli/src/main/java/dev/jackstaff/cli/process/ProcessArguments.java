package dev.jackstaff.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command-line arguments of a process; empty if they cannot be read. */
public record ProcessArguments(List<String> values) {
    public ProcessArguments {
        values = List.copyOf(values);
    }

    public static ProcessArguments of(ProcessHandle process) {
        Path file = Path.of("/proc/" + process.pid() + "/cmdline");
        try {
            return Files.exists(file)
                    ? new ProcessArguments(List.of(Files.readString(file).split("\0", -1)))
                    : new ProcessArguments(
                            process.info().arguments().map(List::of).orElse(List.of()));
        } catch (IOException e) {
            return new ProcessArguments(List.of());
        }
    }
}
