package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.HealthProbe;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that checks whether hub and edge are live. */
@Command(name = "health", description = "Exit 0 if the hub and the edge are alive; else 1, and print why not.")
public final class HealthCommand implements Callable<Integer> {
    @Mixin
    private ProbedServers servers = new ProbedServers();

    private final CommandContext context;

    public HealthCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return check(servers, context, HealthProbe::livenessFault, "alive");
    }

    /**
     * Prints for each hub and edge whether it is in a state, or why it is not.
     *
     * @param fault the reason why a server is not in the state
     * @return 0 if all are, else 1
     */
    static int check(
            ProbedServers servers,
            CommandContext context,
            Function<HealthProbe, Optional<String>> fault,
            String state) {
        int exitCode = 0;
        for (HealthProbe probe : servers.probes(context)) {
            Optional<String> reason = fault.apply(probe);
            context.out()
                    .println(probe.base()
                            + reason.map(it -> " is not " + state + ": " + it).orElse(" is " + state));
            exitCode = reason.isPresent() ? 1 : exitCode;
        }
        return exitCode;
    }
}
