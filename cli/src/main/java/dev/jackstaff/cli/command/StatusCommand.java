package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.HealthProbe;
import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.ProcessIdentity;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command that prints which processes run, and where. Exits 0 when all of it runs and is ready, else 1. */
@Command(name = "status", description = "Show what runs and where. Exit 0 if everything is ready, else 1.")
public final class StatusCommand implements Callable<Integer> {
    private final CommandContext context;

    public StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<InstallationState> state = Installation.find(context.home()).map(Installation::state);
        if (state.isEmpty()) {
            context.out()
                    .println("There is no installation in " + context.home().directory() + " yet. Run: ./jackstaff up");
            return 1;
        }
        boolean all = true;
        for (ProcessRole role : ProcessRole.values()) {
            all &= printLine(state.get(), role);
        }
        context.out().println("Logs and data: " + context.home().directory());
        return all ? 0 : 1;
    }

    private boolean printLine(InstallationState state, ProcessRole role) {
        Optional<ProcessIdentity> process = state.runningProcess(role);
        boolean external = role == ProcessRole.POSTGRES && !state.usesBundledDatabase();
        String word =
                external ? "external" : process.isEmpty() ? "stopped" : ready(state, role) ? "ready" : "not ready";
        String pid = process.map(it -> "pid " + it.pid()).orElse("");
        context.out()
                .println(String.format(
                        Locale.ROOT, "%-11s %-10s %-12s %s", role.key(), word, pid, address(state, role)));
        return external || word.equals("ready");
    }

    private static boolean ready(InstallationState state, ProcessRole role) {
        return switch (role) {
            case POSTGRES -> state.ports().database().isListening();
            case HUB -> new HealthProbe(state.ports().hubUrl()).isReady();
            case EDGE -> new HealthProbe(state.ports().edgeUrl()).isReady();
        };
    }

    private static String address(InstallationState state, ProcessRole role) {
        return switch (role) {
            case POSTGRES -> state.database().toString();
            case HUB -> state.ports().hubUrl() + "  grid " + state.ports().hubGrid();
            case EDGE -> state.ports().edgeUrl() + "  grid " + state.ports().edgeGrid();
        };
    }
}
