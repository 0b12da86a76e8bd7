package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that prints the last lines of the logs. */
@Command(name = "logs", description = "Print the last lines of the logs.")
public final class LogsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "hub|edge|postgres",
            description = "The processes whose logs are printed; default: all.")
    private List<String> names = List.of();

    @Option(names = "--lines", paramLabel = "N", description = "The number of lines; default: ${DEFAULT-VALUE}.")
    private int lines = 40;

    private final CommandContext context;

    public LogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ProcessRole> selected = names.isEmpty()
                ? Arrays.asList(ProcessRole.values())
                : names.stream().map(LogsCommand::role).toList();
        for (ProcessRole role : selected) {
            LogFile log = new LogFile(context.home().logFile(role));
            context.out().println("== " + log.path());
            log.tail(lines).forEach(context.out()::println);
        }
        return 0;
    }

    private static ProcessRole role(String name) {
        try {
            return ArgumentConverters.role(name);
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException("The process " + e.sentence());
        }
    }
}
