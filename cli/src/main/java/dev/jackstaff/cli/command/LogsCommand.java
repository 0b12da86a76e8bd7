package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.LogFile;
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
    private List<ProcessRole> roles = List.of();

    @Option(names = "--lines", paramLabel = "N", description = "The number of lines; default: ${DEFAULT-VALUE}.")
    private int lines = 40;

    private final CommandContext context;

    public LogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<ProcessRole> selected = roles.isEmpty() ? Arrays.asList(ProcessRole.values()) : roles;
        for (ProcessRole role : selected) {
            LogFile log = new LogFile(context.home().logFile(role));
            context.out().println("== " + log.path());
            log.tail(lines).forEach(context.out()::println);
        }
        return 0;
    }
}
