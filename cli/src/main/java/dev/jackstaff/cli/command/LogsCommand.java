package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.process.LogFile;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The last lines of the logs. */
@Command(name = "logs", description = "Print the last lines of the logs.")
public final class LogsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "hub|edge|postgres", description = "Whose; all if not given.")
    private List<Role> roles = List.of();

    @Option(names = "--lines", paramLabel = "N", description = "How many; ${DEFAULT-VALUE} if not given.")
    private int lines = 40;

    private final Context context;

    public LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Role> asked = roles.isEmpty() ? Arrays.asList(Role.values()) : roles;
        for (Role role : asked) {
            LogFile log = new LogFile(context.home().log(role));
            context.out().println("== " + log.path());
            log.tail(lines).forEach(context.out()::println);
        }
        return 0;
    }
}
