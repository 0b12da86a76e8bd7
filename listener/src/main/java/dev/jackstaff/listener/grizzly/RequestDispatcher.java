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
 * The dispatcher of whole requests to threads. One address never occupies all threads, costly requests occupy a few, and health
 * checks have threads of their own. What finds no thread waits, in order. Thread-safe.
 */
final class RequestDispatcher {
    /** As many logins as compute a hash or wait for it, and one that can be refused at once. */
    static final int MAX_COSTLY = 4;

    static final int MAX_COSTLY_WAITING = 256;
    private static final Object COSTLY = "costly requests";

    private final Executor workers;
    private final Executor healthWorkers;
    private final int maxPerAddress;
    private final Map<Object, Share> shares = new HashMap<>();

    /** What one address occupies, or all costly requests together. */
    private static final class Share {
        private final int most;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;

        Share(int most) {
            this.most = most;
        }
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
        dispatch(address, maxPerAddress, request);
    }

    /** @throws RejectedExecutionException if the server is stopping */
    void dispatchCostly(Runnable request) {
        dispatch(COSTLY, MAX_COSTLY, request);
    }

    /** Whether there is room for one more costly request, be it in the queue. */
    synchronized boolean hasRoomForCostly() {
        Share share = shares.get(COSTLY);
        return share == null || share.waiting.size() < MAX_COSTLY_WAITING;
    }

    private void dispatch(Object owner, int most, Runnable request) {
        if (admit(owner, most, request)) {
            run(owner, request);
        }
    }

    private void run(Object owner, Runnable request) {
        try {
            workers.execute(() -> {
                try {
                    request.run();
                } finally {
                    runNext(owner);
                }
            });
        } catch (RejectedExecutionException stopping) {
            release(owner);
            throw stopping;
        }
    }

    private void runNext(Object owner) {
        Runnable next = release(owner);
        if (next != null) {
            run(owner, next);
        }
    }

    private synchronized boolean admit(Object owner, int most, Runnable request) {
        Share share = shares.computeIfAbsent(owner, key -> new Share(most));
        if (share.running >= share.most) {
            share.waiting.add(request);
            return false;
        }
        share.running++;
        return true;
    }

    /** Ends a request's share; the next request of the same owner takes it over, if there is one. */
    private synchronized @Nullable Runnable release(Object owner) {
        Share share = shares.get(owner);
        if (share == null) {
            throw new IllegalStateException("nothing runs for " + owner);
        }
        Runnable next = share.waiting.poll();
        if (next == null) {
            share.running--;
            if (share.running == 0) {
                shares.remove(owner);
            }
        }
        return next;
    }
}
