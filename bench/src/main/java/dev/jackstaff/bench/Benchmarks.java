package dev.jackstaff.bench;

import dev.jackstaff.engine.flag.FlagSet;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The main class of the benchmarks: runs those that JMH's own arguments select, all by default, and prints the results
 * as the table of {@code docs/performance.md}.
 */
public final class Benchmarks {
    private static final int MANY_IDS = 1_000_000;
    private static final Set<String> NOT_A_RUN = Set.of("-h", "-l", "-lp", "-lrf", "-lprof");

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        if (Stream.of(arguments).anyMatch(NOT_A_RUN::contains)) {
            Main.main(arguments);
            return;
        }
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        System.out.println();
        System.out.println("| benchmark | of | median | lowest to highest | B/op |");
        System.out.println("|---|---|---:|---:|---:|");
        results.forEach(Benchmarks::print);
        System.out.printf(
                "%nA segment of %,d ids takes %,d bytes on the heap; of as many UUIDs, %,d.%n",
                MANY_IDS, sizeOf(MANY_IDS, ValueListBenchmark::id), sizeOf(MANY_IDS, Benchmarks::uuid));
    }

    private static void print(RunResult result) {
        String name = result.getParams().getBenchmark();
        String parameters = String.join(
                ", ",
                result.getParams().getParamsKeys().stream()
                        .map(result.getParams()::getParam)
                        .toList());
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        System.out.println(row(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                parameters,
                result.getPrimaryResult(),
                bytes == null ? "" : String.format("%,.0f", bytes.getScore())));
        result.getSecondaryResults().forEach((label, part) -> {
            if (label.indexOf('.') < 0) {
                System.out.println(row("… " + label, parameters, part, ""));
            }
        });
    }

    private static String row(String name, String parameters, Result<?> result, String bytes) {
        return String.format(
                "| %s | %s | %,.1f %s | %,.1f to %,.1f | %s |",
                name,
                parameters,
                result.getStatistics().getPercentile(50),
                result.getScoreUnit(),
                result.getStatistics().getMin(),
                result.getStatistics().getMax(),
                bytes);
    }

    /** The heap size of a flag for that many ids, in bytes. */
    private static long sizeOf(int values, LongFunction<String> ids) {
        long before = usedHeap();
        FlagSet flags = ValueListBenchmark.flagFor(values, ids);
        try {
            return usedHeap() - before;
        } finally {
            Reference.reachabilityFence(flags);
        }
    }

    private static String uuid(long number) {
        return new UUID(number * 0x9e3779b97f4a7c15L, number).toString();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
