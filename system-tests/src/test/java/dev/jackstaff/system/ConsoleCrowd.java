package dev.jackstaff.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** People who have each signed in to the console, and look at pages at the same time, each in an order of their own. */
final class ConsoleCrowd implements AutoCloseable {
    /** A password takes a while to check, and a hub lets few wait for it. */
    private static final int SIGN_INS_AT_ONCE = 2;

    static final int PAGES_OF_EACH = 10;

    private final List<ConsoleVisitor> visitors;
    private final ExecutorService threads;

    private ConsoleCrowd(List<ConsoleVisitor> visitors) {
        this.visitors = visitors;
        this.threads = Executors.newFixedThreadPool(visitors.size());
    }

    /** The people of {@link FilledProject#addViewers}. */
    static ConsoleCrowd of(AdminSite site, int people) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(SIGN_INS_AT_ONCE);
        try {
            var client = ConsoleVisitor.client();
            List<Callable<ConsoleVisitor>> signIns = IntStream.rangeClosed(1, people)
                    .<Callable<ConsoleVisitor>>mapToObj(number -> () ->
                            ConsoleVisitor.signIn(client, site, "user-" + number + "@example.org", site.password()))
                    .toList();
            return new ConsoleCrowd(results(threads, signIns));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Everybody looks at some of the pages, each at others; returns how long each look took, in milliseconds, shortest first. */
    List<Double> look(List<String> pages, int round) throws InterruptedException, ExecutionException {
        List<Callable<List<Double>>> walks = IntStream.range(0, visitors.size())
                .<Callable<List<Double>>>mapToObj(
                        person -> () -> walk(visitors.get(person), pages, new Random(1_000L * round + person)))
                .toList();
        return results(threads, walks).stream().flatMap(List::stream).sorted().toList();
    }

    private static List<Double> walk(ConsoleVisitor visitor, List<String> pages, Random order) {
        List<String> shuffled = new ArrayList<>(pages);
        Collections.shuffle(shuffled, order);
        List<Double> millis = new ArrayList<>();
        for (String page : shuffled.subList(0, Math.min(PAGES_OF_EACH, shuffled.size()))) {
            long begun = System.nanoTime();
            visitor.look(page);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    private static <T> List<T> results(ExecutorService threads, List<Callable<T>> work)
            throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(work)) {
            results.add(done.get());
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
