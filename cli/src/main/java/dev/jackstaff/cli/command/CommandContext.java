package dev.jackstaff.cli.command;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationLock;
import dev.jackstaff.cli.installation.InstallationSettings;
import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.Progress;
import java.io.PrintStream;
import java.util.function.BiConsumer;

/** The common dependencies of all subcommands. */
public record CommandContext(
        InstallationSettings settings,
        InstallationHome home,
        Artifacts artifacts,
        PrintStream out,
        boolean isTerminal) {
    /** Runs work on the existing installation, which no other command starts or stops meanwhile. */
    void withInstallation(BiConsumer<Installation, Progress> work) {
        InstallationLock lock = InstallationLock.acquire(home);
        try (lock;
                Progress progress = Progress.on(out, isTerminal)) {
            Installation installation = Installation.find(home)
                    .orElseThrow(() -> new CommandFailedException(
                            "There is no installation in " + home.directory() + " yet. Run: ./jackstaff up"));
            work.accept(installation, progress);
        }
    }
}
