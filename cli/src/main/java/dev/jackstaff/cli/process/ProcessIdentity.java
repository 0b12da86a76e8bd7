package dev.jackstaff.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The identity of a process: pid and start time, so that a reused pid is not mistaken for it. On Linux the start time
 * is the kernel's tick count since boot, which clock changes do not affect.
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

    /** Whether this process still runs. A zombie does not. */
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
