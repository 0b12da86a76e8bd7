package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.HealthProbe;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that checks whether hub and edge are ready. */
@Command(name = "ready", description = "Exit 0 if the hub and the edge are ready to serve; else 1, and print why not.")
public final class ReadyCommand implements Callable<Integer> {
    @Mixin
    private ProbedServers servers = new ProbedServers();

    private final CommandContext context;

    public ReadyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return HealthCommand.check(servers, context, HealthProbe::readinessFault, "ready");
    }
}
