package dev.jackstaff.listener.grizzly;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The dispatcher of whole requests to threads. One address never occupies all threads, and health checks have threads of
 * their own. What finds no thread waits, in order. Thread-safe.
 */
final class RequestDispatcher {
    private final Executor workers;
    private final Executor healthWorkers;
    private final int maxPerAddress;
    private final Map<InetAddress, Share> shares = new HashMap<>();

    /** What one address occupies. */
    private static final class Share {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    RequestDispatcher(Executor workers, Executor healthWorkers, int maxPerAddress) {
        this.workers = workers;
        this.healthWorkers = healthWorkers;
        this.maxPerAddress = maxPerAddress;
    }

    /** @throws RejectedExecutionException if the server is stopping */
    void dispatchHealth(Runnable check) {
        healthWorkers.execute(check);
    }

    /** @throws RejectedExecutionException if the server is stopping */
    void dispatch(InetAddress address, Runnable request) {
        if (admit(address, request)) {
            run(address, request);
        }
    }

    private void run(InetAddress address, Runnable request) {
        try {
            workers.execute(() -> {
                try {
                    request.run();
                } finally {
                    runNext(address);
                }
            });
        } catch (RejectedExecutionException stopping) {
            release(address);
            throw stopping;
        }
    }

    private void runNext(InetAddress address) {
        Runnable next = release(address);
        if (next != null) {
            run(address, next);
        }
    }

    private synchronized boolean admit(InetAddress address, Runnable request) {
        Share share = shares.computeIfAbsent(address, key -> new Share());
        if (share.running >= maxPerAddress) {
            share.waiting.add(request);
            return false;
        }
        share.running++;
        return true;
    }

    /** Ends a request's share; the next request of the address takes it over, if there is one. */
    private synchronized @Nullable Runnable release(InetAddress address) {
        Share share = shares.get(address);
        if (share == null) {
            throw new IllegalStateException("nothing runs for " + address);
        }
        Runnable next = share.waiting.poll();
        if (next == null) {
            share.running--;
            if (share.running == 0) {
                shares.remove(address);
            }
        }
        return next;
    }
}
