package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.HealthProbe;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that checks whether hub and edge are ready. */
@Command(name = "ready", description = "Exit 0 if the hub and the edge are ready to serve, else 1.")
public final class ReadyCommand implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL", description = "The hub or edge to check instead; can be repeated.")
    private List<URI> urls = List.of();

    private final CommandContext context;

    public ReadyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return HealthCommand.check(urls, context, HealthProbe::isReady, "ready");
    }
}
