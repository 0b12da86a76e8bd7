package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.HealthProbe;
import dev.jackstaff.cli.quickstart.Quickstart;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that checks whether hub and edge are live. */
@Command(name = "health", description = "Exit 0 if the hub and the edge are alive, else 1.")
public final class HealthCommand implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL", description = "The hub or edge to check instead; can be repeated.")
    private List<URI> urls = List.of();

    private final CommandContext context;

    public HealthCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return check(urls, context, HealthProbe::isLive, "alive");
    }

    /**
     * Prints for each hub and edge whether it is in a state.
     *
     * @param urls the ones to check; empty for those of the installation
     * @return 0 if all are, else 1
     */
    static int check(List<URI> urls, CommandContext context, Predicate<HealthProbe> isInState, String state) {
        boolean all = true;
        for (URI url : targets(urls, context)) {
            boolean is = isInState.test(new HealthProbe(url));
            context.out().println(url + (is ? " is " : " is not ") + state);
            all &= is;
        }
        return all ? 0 : 1;
    }

    private static List<URI> targets(List<URI> urls, CommandContext context) {
        if (!urls.isEmpty()) {
            return urls.stream()
                    .map(url -> URI.create(url.toString().replaceFirst("/+$", "")))
                    .toList();
        }
        Quickstart quickstart = Quickstart.load(context.home());
        return List.of(quickstart.hubUrl(), quickstart.edgeUrl());
    }
}
