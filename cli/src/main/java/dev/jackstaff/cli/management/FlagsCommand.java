package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands for flags. */
@Command(
        name = "flags",
        description = "List, show, create, switch, change, promote, restore and compare flags.",
        synopsisSubcommandLabel = "COMMAND")
public final class FlagsCommand {
    private FlagsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new FlagsCommand())
                .addSubcommand(new FlagListCommand(context))
                .addSubcommand(new FlagGetCommand(context))
                .addSubcommand(new FlagCreateCommand(context))
                .addSubcommand("on", FlagSwitchCommand.on(context))
                .addSubcommand("off", FlagSwitchCommand.off(context))
                .addSubcommand(new FlagChangeCommand(context))
                .addSubcommand(new FlagKillCommand(context))
                .addSubcommand(new FlagCopyCommand(context))
                .addSubcommand(new FlagPromoteCommand(context))
                .addSubcommand(new FlagRestoreCommand(context))
                .addSubcommand(new FlagHistoryCommand(context))
                .addSubcommand(new FlagVersionsCommand(context))
                .addSubcommand(new FlagCompareCommand(context));
    }
}
