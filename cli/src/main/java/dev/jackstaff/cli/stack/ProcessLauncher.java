package dev.jackstaff.cli.stack;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.cli.process.LogFile;
import dev.jackstaff.cli.process.ProcessIdentity;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** The launcher of processes, which records each before anything else. Once closed it launches none. */
final class ProcessLauncher {
    private final Installation installation;
    private final Set<ProcessRole> launched = EnumSet.noneOf(ProcessRole.class);
    private boolean closed;

    ProcessLauncher(Installation installation) {
        this.installation = installation;
    }

    synchronized ProcessIdentity launch(ProcessRole role, BackgroundProgram program, Path input) {
        if (closed) {
            throw new CommandFailedException(role.nameAtStart() + " was not started: the command is being stopped");
        }
        Process process = program.start(input);
        ProcessIdentity identity = ProcessIdentity.of(process.pid())
                .orElseThrow(() -> new CommandFailedException(endedMessage(role, new LogFile(program.log()))));
        installation.update(state -> state.withProcess(role, identity));
        launched.add(role);
        return identity;
    }

    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** The roles launched here. */
    synchronized Set<ProcessRole> launched() {
        return Set.copyOf(launched);
    }

    static String endedMessage(ProcessRole role, LogFile log) {
        return role.nameAtStart() + " ended while it was starting.\n" + ReadinessWait.lastLines(log);
    }
}
