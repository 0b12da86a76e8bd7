package dev.jackstaff.cli.process;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The processes below a process, with those that they start meanwhile.
 *
 * @param root the process itself, which is not one of them
 */
public record ProcessTree(ProcessHandle root) {
    /**
     * Kills all of them, and waits until they have ended. They are frozen first: one that is killed while it starts another
     * would leave that one behind.
     *
     * @return whether all have ended within the limit
     */
    public boolean kill(Duration limit) {
        Set<ProcessHandle> all = new TreeSet<>();
        for (List<ProcessHandle> found = besides(all); !found.isEmpty(); found = besides(all)) {
            found.forEach(process -> TerminationSignal.send("STOP", process.pid()));
            all.addAll(found);
        }
        all.forEach(ProcessHandle::destroyForcibly);
        return CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .thenApply(ended -> true)
                .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private List<ProcessHandle> besides(Set<ProcessHandle> known) {
        return root.descendants().filter(process -> !known.contains(process)).toList();
    }
}
