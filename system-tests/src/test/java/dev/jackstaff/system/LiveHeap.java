package dev.jackstaff.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the heap of a Java process holds that something still needs. */
final class LiveHeap {
    private static final double MEGABYTE = 1 << 20;

    private LiveHeap() {}

    /** In megabytes, after a collection of the whole heap. */
    static double megabytes(ProcessHandle process) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process histogram = new ProcessBuilder(
                        List.of(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        String output = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines()
                        .filter(line -> line.startsWith("Total"))
                        .map(line -> Arrays.asList(line.strip().split("\\s+")))
                        .mapToLong(total -> Long.parseLong(total.get(2)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(output))
                / MEGABYTE;
    }
}
