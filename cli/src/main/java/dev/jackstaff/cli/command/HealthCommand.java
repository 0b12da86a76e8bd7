package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.HealthProbe;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that checks whether hub and edge are live. */
@Command(name = "health", description = "Exit 0 if the hub and the edge are alive, else 1.")
public final class HealthCommand implements Callable<Integer> {
    @Mixin
    private ProbedServers servers = new ProbedServers();

    private final CommandContext context;

    public HealthCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return check(servers, context, HealthProbe::isLive, "alive");
    }

    /**
     * Prints for each hub and edge whether it is in a state.
     *
     * @return 0 if all are, else 1
     */
    static int check(ProbedServers servers, CommandContext context, Predicate<HealthProbe> isInState, String state) {
        boolean all = true;
        for (HealthProbe probe : servers.probes(context)) {
            boolean is = isInState.test(probe);
            context.out().println(probe.base() + (is ? " is " : " is not ") + state);
            all &= is;
        }
        return all ? 0 : 1;
    }
}
