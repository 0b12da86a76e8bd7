package dev.jackstaff.cli.payara;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara's asadmin command line, for offline subcommands. */
record Asadmin(Path installRoot) {
    /** Runs a subcommand and returns the lines it printed. */
    List<String> run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JavaRuntime.current().executable(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                installRoot.resolve("lib/client/appserver-cli.jar").toString(),
                "--interactive=false"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailedException(
                        "Payara's asadmin failed:\n  " + output.strip().replace("\n", "\n  "));
            }
            return output.lines().toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
