package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Watches how long after the hub is ready each edge knows what is the newest. */
final class Recovery implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Health hub;
    private final double freshSeconds;
    private final List<SyncProbe> edges;
    private final long[] fresh;
    private final Thread thread = new Thread(this::watch, "recovery");
    private volatile boolean wanted = true;
    private volatile long returned;

    private Recovery(String hubUrl, List<SyncProbe> edges, double freshSeconds) {
        this.freshSeconds = freshSeconds;
        this.hub = new Health(hubUrl);
        this.edges = edges;
        this.fresh = new long[edges.size()];
    }

    /** @param freshSeconds the age from which on an edge is up to date */
    static Recovery watch(String hubUrl, List<SyncProbe> edges, double freshSeconds) {
        Recovery recovery = new Recovery(hubUrl, edges, freshSeconds);
        recovery.thread.start();
        return recovery;
    }

    private void watch() {
        while (wanted) {
            if (returned == 0 && hub.ready()) {
                returned = System.nanoTime();
            }
            for (int i = 0; i < fresh.length; i++) {
                note(i);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private synchronized void note(int edge) {
        if (fresh[edge] == 0 && edges.get(edge).age() < freshSeconds) {
            fresh[edge] = System.nanoTime();
        }
    }

    private synchronized boolean over() {
        for (long moment : fresh) {
            if (moment == 0) {
                return false;
            }
        }
        return returned != 0;
    }

    /** For each edge; 0 where it was fresh before the hub said that it was ready. */
    List<Double> seconds() {
        await().atMost(LIMIT).until(this::over);
        synchronized (this) {
            return Arrays.stream(fresh)
                    .mapToObj(moment -> Math.max(0, (moment - returned) / 1e9))
                    .toList();
        }
    }

    @Override
    public void close() {
        wanted = false;
        thread.interrupt();
    }

    /** The hub, asked whether it is ready. */
    private record Health(String url) {
        boolean ready() {
            try {
                return RawHttp.send(url, "GET", "/health/ready", Map.of(), new byte[0])
                                .status()
                        == 200;
            } catch (RuntimeException away) {
                return false;
            }
        }
    }
}
