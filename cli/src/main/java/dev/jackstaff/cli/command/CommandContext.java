package dev.jackstaff.cli.command;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationSettings;
import java.io.PrintStream;

/** The common dependencies of all subcommands. */
public record CommandContext(
        InstallationSettings settings,
        InstallationHome home,
        Artifacts artifacts,
        PrintStream out,
        boolean isTerminal) {}
