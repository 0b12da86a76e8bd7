package dev.jackstaff.cli.command;

import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.installation.Home;
import dev.jackstaff.cli.installation.Settings;
import java.io.PrintStream;

/** What every subcommand works with: the settings, the installation's directory, what was built, and where to write. */
public record Context(Settings settings, Home home, Artifacts artifacts, PrintStream out, boolean terminal) {}
