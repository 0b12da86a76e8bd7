package dev.jackstaff.cli.management;

import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.io.Console;
import picocli.CommandLine.Option;

/** Where a password comes from: standard input, or somebody at the terminal. It never stands on the command line. */
final class PasswordOption {
    @Option(names = "--password-stdin", description = "Read the password from standard input instead of asking for it.")
    private boolean fromStandardInput;

    private final CommandContext context;

    PasswordOption(CommandContext context) {
        this.context = context;
    }

    String read() {
        if (fromStandardInput) {
            return new InputFile("-").text().replaceFirst("\\R$", "");
        }
        Console console = context.isTerminal() ? System.console() : null;
        if (console == null) {
            throw new InvalidArgumentException("there is no terminal to ask for the password: use --password-stdin");
        }
        char[] typed = console.readPassword("Password: ");
        return typed == null ? "" : String.valueOf(typed);
    }
}
