package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.TaskScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A scheduler whose time passes when a test says so, without jitter. */
final class FakeTaskScheduler implements TaskScheduler {
    private final List<Scheduled> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Scheduled(Duration at, Runnable task) {}

    @Override
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        tasks.add(new Scheduled(now.plus(delay), task));
    }

    @Override
    public void scheduleWithJitter(Duration delay, Runnable task) {
        schedule(delay, task);
    }

    @Override
    public void stop() {
        tasks.clear();
    }

    /** Lets time pass, and runs what is due meanwhile, in order. */
    void advance(Duration by) {
        Duration end = now.plus(by);
        for (Optional<Scheduled> next = next(end); next.isPresent(); next = next(end)) {
            tasks.remove(next.get());
            now = next.get().at();
            next.get().task().run();
        }
        now = end;
    }

    /** Runs what is due now. */
    void runDue() {
        advance(Duration.ZERO);
    }

    long nanoTime() {
        return now.toNanos();
    }

    private Optional<Scheduled> next(Duration end) {
        return tasks.stream().filter(task -> task.at().compareTo(end) <= 0).min(Comparator.comparing(Scheduled::at));
    }
}
