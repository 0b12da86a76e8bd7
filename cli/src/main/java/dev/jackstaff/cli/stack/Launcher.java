package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.process.Background;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.Failure;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * Starts processes and records each before anything else happens. Once closed it starts none, so that what stops the stack
 * has the last word.
 */
final class Launcher {
    private final Installation installation;
    private final Set<Role> launched = EnumSet.noneOf(Role.class);
    private boolean closed;

    Launcher(Installation installation) {
        this.installation = installation;
    }

    synchronized ProcessIdentity launch(Role role, Background program, Path input) {
        if (closed) {
            throw new Failure("Stopped before " + role.title() + " was started");
        }
        Process process = program.start(input);
        ProcessIdentity identity = ProcessIdentity.of(process.pid())
                .orElseThrow(() -> new Failure(ended(role, new LogFile(program.log()))));
        installation.change(state -> state.with(role, identity));
        launched.add(role);
        return identity;
    }

    synchronized void close() {
        closed = true;
    }

    synchronized boolean closed() {
        return closed;
    }

    /** What was started here. */
    synchronized Set<Role> launched() {
        return Set.copyOf(launched);
    }

    static String ended(Role role, LogFile log) {
        return role.subject() + " ended while it was starting.\n" + Waiting.lastLines(log);
    }
}
