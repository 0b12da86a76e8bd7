package dev.jackstaff.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of processes, as Linux tells it. */
final class ProcessMemory {
    private static final long KILOBYTES_PER_MEGABYTE = 1_024;

    private ProcessMemory() {}

    /** How much memory of the machine a process holds, in megabytes. */
    static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KILOBYTES_PER_MEGABYTE)
                .findFirst()
                .orElseThrow();
    }
}
