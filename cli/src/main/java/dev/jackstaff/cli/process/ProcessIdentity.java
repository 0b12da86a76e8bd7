package dev.jackstaff.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process for certain: its number and the moment it started, so that a number that was given to another process since is
 * never taken for it. On Linux the moment is the kernel's own count since boot, which no change of the clock moves.
 */
public record ProcessIdentity(long pid, String start) {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    /** The identity of a process that runs now; empty once it has ended. */
    public static Optional<ProcessIdentity> of(long pid) {
        return startOf(pid).map(start -> new ProcessIdentity(pid, start));
    }

    public static ProcessIdentity current() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Whether this very process still runs. A process that has ended but was not yet collected by its parent does not. */
    public boolean isAlive() {
        return startOf(pid).filter(start::equals).isPresent();
    }

    private static Optional<String> startOf(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? startFromKernel(pid) : startFromHandle(pid);
    }

    private static Optional<String> startFromKernel(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
            String boot =
                    Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            return ended ? Optional.empty() : Optional.of(boot + "/" + fields[START_TICKS]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> startFromHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(instant -> Long.toString(instant.getEpochSecond()));
    }
}
