package dev.jackstaff.cli.command;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationSettings;
import java.io.PrintStream;

/** What every subcommand works with: the settings, the installation's directory, what was built, and where to write. */
public record CommandContext(
        InstallationSettings settings,
        InstallationHome home,
        Artifacts artifacts,
        PrintStream out,
        boolean isTerminal) {}
