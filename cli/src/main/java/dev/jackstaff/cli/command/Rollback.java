package dev.jackstaff.cli.command;

import dev.jackstaff.cli.installation.Installation;
import dev.jackstaff.cli.installation.Role;
import dev.jackstaff.cli.stack.Stack;
import dev.jackstaff.cli.stack.Stopping;
import dev.jackstaff.cli.terminal.Progress;
import java.util.EnumSet;

/** What happens on Ctrl-C and on the end of the command: everything is stopped, unless it is to be left running. */
final class Rollback {
    private volatile boolean armed = true;

    private Rollback() {}

    static Rollback onShutdown(Installation installation, Progress progress, Stack stack) {
        Rollback rollback = new Rollback();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (rollback.armed) {
                                stack.close();
                                new Stopping(installation, progress).stop(EnumSet.allOf(Role.class));
                                endPrograms();
                            }
                        },
                        "rollback"));
        return rollback;
    }

    void disarm() {
        armed = false;
    }

    /** Programs that prepare something, such as initdb, are children of this command and nobody else's. */
    private static void endPrograms() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
