package dev.jackstaff.cli.command;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command has: for help and for the version. */
public final class StandardOptions {
    private StandardOptions() {}

    /** Adds them to a command and its subcommands, but no name that means something else there. */
    public static void addTo(CommandLine command, String version) {
        CommandSpec spec = command.getCommandSpec();
        spec.version(version);
        add(
                spec,
                OptionSpec.builder(free(spec, "-h", "--help"))
                        .usageHelp(true)
                        .description("Show this help.")
                        .type(boolean.class));
        add(
                spec,
                OptionSpec.builder(free(spec, "-V", "--version"))
                        .versionHelp(true)
                        .description("Show the version.")
                        .type(boolean.class));
        command.getSubcommands().values().forEach(subcommand -> addTo(subcommand, version));
    }

    private static void add(CommandSpec spec, OptionSpec.Builder option) {
        if (option.names().length > 0) {
            spec.addOption(option.build());
        }
    }

    private static String[] free(CommandSpec spec, String... names) {
        return Arrays.stream(names)
                .filter(name -> !spec.optionsMap().containsKey(name))
                .toArray(String[]::new);
    }
}
