package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.Health;
import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.installation.State;
import dev.jackstaff.cli.process.ProcessIdentity;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What runs, and where. Exits 0 when all of it runs and is ready, else 1. */
@Command(name = "status", description = "Say what runs, and where. Exit 0 when all of it is ready, else 1.")
public final class StatusCommand implements Callable<Integer> {
    private final Context context;

    public StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<State> state = Installation.existing(context.home()).map(Installation::state);
        if (state.isEmpty()) {
            context.out().println("Nothing was started here yet. Run: ./jackstaff up");
            return 1;
        }
        boolean all = true;
        for (Role role : Role.values()) {
            all &= line(state.get(), role);
        }
        context.out().println("Logs and data: " + context.home().directory());
        return all ? 0 : 1;
    }

    private boolean line(State state, Role role) {
        Optional<ProcessIdentity> process = state.running(role);
        boolean foreign = role == Role.POSTGRES && !state.ownsDatabase();
        String word = foreign ? "yours" : process.isEmpty() ? "stopped" : ready(state, role) ? "ready" : "not ready";
        String pid = process.map(it -> "pid " + it.pid()).orElse("");
        context.out()
                .println(String.format(Locale.ROOT, "%-11s %-10s %-12s %s", role.key(), word, pid, where(state, role)));
        return foreign || word.equals("ready");
    }

    private static boolean ready(State state, Role role) {
        return switch (role) {
            case POSTGRES -> state.ports().database().listening();
            case HUB -> new Health(state.ports().hubUrl()).ready();
            case EDGE -> new Health(state.ports().edgeUrl()).ready();
        };
    }

    private static String where(State state, Role role) {
        return switch (role) {
            case POSTGRES -> state.database().toString();
            case HUB ->
                state.ports().hubUrl() + "  grid " + state.ports().hubGrid() + "  asadmin "
                        + state.ports().asadmin();
            case EDGE -> state.ports().edgeUrl() + "  grid " + state.ports().edgeGrid();
        };
    }
}
