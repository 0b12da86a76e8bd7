package dev.jackstaff.cli.command;

import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words for arguments that a command refuses. */
public final class ArgumentErrors {
    private ArgumentErrors() {}

    /** Prints why the arguments are refused, and returns the exit code. */
    public static int print(ParameterException refusal) {
        CommandLine command = refusal.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("jackstaff: " + sentence(refusal));
        command.getErr().println("See: ./" + name + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String sentence(ParameterException refusal) {
        if (refusal.getCause() instanceof InvalidArgumentException invalid && refusal.getArgSpec() != null) {
            return nameOf(refusal.getArgSpec()) + " " + invalid.sentence() + ".";
        }
        if (refusal instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                return "There is no option " + first + ".";
            }
            CommandLine command = refusal.getCommandLine();
            return command.getSubcommands().isEmpty()
                    ? "There is an argument too many: \"" + first + "\"."
                    : "There is no command \"" + first + "\". " + commands(command);
        }
        if (isWithoutSubcommand(refusal)) {
            return "The command is missing. " + commands(refusal.getCommandLine());
        }
        return String.valueOf(refusal.getMessage());
    }

    /** Whether the command only has subcommands, and none of them was named. */
    private static boolean isWithoutSubcommand(ParameterException refusal) {
        CommandLine command = refusal.getCommandLine();
        return !command.getSubcommands().isEmpty()
                && !(command.getCommandSpec().userObject() instanceof Callable)
                && refusal.getArgSpec() == null
                && command.getParseResult() != null
                && !command.getParseResult().hasSubcommand();
    }

    private static String commands(CommandLine command) {
        return "Commands: " + String.join(", ", command.getSubcommands().keySet()) + ".";
    }

    /** The name of an option, its first long one; of a parameter, what the usage calls it. */
    private static String nameOf(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return Arrays.stream(option.names())
                    .filter(name -> name.startsWith("--"))
                    .findFirst()
                    .orElse(option.longestName());
        }
        return argument.paramLabel().contains("|") ? "The process" : argument.paramLabel();
    }
}
