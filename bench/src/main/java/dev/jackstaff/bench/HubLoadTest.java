package dev.jackstaff.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The load test of the management API in a large installation: a project of 5,000 flags and 20 environments, and a million
 * audit entries. One client sends one request after the other to a hub that runs as {@code ./jackstaff up} starts it; each
 * toggle is published to an edge meanwhile.
 */
public final class HubLoadTest {
    private static final int FLAGS = 5_000;
    private static final int ENVIRONMENTS = 20;
    private static final int ENTRIES = 1_000_000;
    private static final int WARM_UP = 200;
    private static final int READINGS = 200;
    private static final String PROJECT = "large";
    private static final String ROOT = "/api/v1/projects/" + PROJECT;

    private final HubUnderLoad hub;

    private HubLoadTest(HubUnderLoad hub) {
        this.hub = hub;
    }

    /** A request that is sent again and again, each time with another number. */
    private interface Row {
        String send(int turn) throws IOException, InterruptedException;
    }

    /**
     * Starts an installation, fills it, runs the rows whose name contains one of the arguments, all by default, and prints a
     * table.
     *
     * @param arguments parts of row names
     */
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        Path home = Files.createTempDirectory("jackstaff-large");
        try (HubUnderLoad hub = HubUnderLoad.start(home)) {
            HubLoadTest test = new HubLoadTest(hub);
            test.fill();
            test.run(arguments);
        }
    }

    private void fill() throws IOException, InterruptedException, SQLException {
        hub.post("/api/v1/projects", JsonDocument.write(Map.of("key", PROJECT)));
        // a new project has three
        for (int i = 4; i <= ENVIRONMENTS; i++) {
            hub.post(ROOT + "/environments", JsonDocument.write(Map.of("key", "environment-" + i)));
        }
        hub.execute(
                "/dev/jackstaff/domain/testing/large-installation.sql",
                Map.of(
                        "project", PROJECT,
                        "flags", Integer.toString(FLAGS),
                        "entries", Integer.toString(ENTRIES)));
    }

    private void run(String... nameParts) throws IOException, InterruptedException {
        System.out.println("| request | median ms | p95 ms | goal ms | load average |");
        System.out.println("|---|---:|---:|---:|---:|");
        for (Map.Entry<String, Row> row : rows().entrySet()) {
            if (nameParts.length == 0 || Arrays.stream(nameParts).anyMatch(row.getKey()::contains)) {
                measure(row.getKey(), row.getValue());
            }
        }
    }

    private Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("toggle", this::toggle);
        rows.put("list, 50 flags", i -> hub.get(ROOT + "/flags?limit=50&cursor=flag-" + (1 + i)));
        rows.put("search", i -> hub.get(ROOT + "/flags?limit=50&q=number%20" + (4000 + i)));
        rows.put("audit, 50 entries", i -> hub.get("/api/v1/audit?limit=50&project=" + PROJECT));
        rows.put("revisions", i -> hub.get(ROOT + "/environments/production/revisions?limit=50"));
        rows.put("compare environments", i -> compare("production", "staging"));
        rows.put("compare revisions", i -> compare("production@" + (10 + i % 50), "production"));
        return rows;
    }

    private String toggle(int turn) throws IOException, InterruptedException {
        return hub.post(ROOT + "/flags/flag-" + (1 + turn) + "/environments/production/toggle", "{\"enabled\":false}");
    }

    private String compare(String from, String to) throws IOException, InterruptedException {
        return hub.get(ROOT + "/compare?from=" + from + "&to=" + to);
    }

    private void measure(String name, Row row) throws IOException, InterruptedException {
        long[] nanos = new long[READINGS];
        for (int i = 0; i < WARM_UP + READINGS; i++) {
            long start = System.nanoTime();
            row.send(i);
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "| %s | %.1f | %.1f | %d | %.1f on %d processors |%n",
                name,
                millis(nanos[READINGS / 2]),
                millis(nanos[READINGS * 95 / 100]),
                name.equals("toggle") ? 30 : 100,
                machine.getSystemLoadAverage(),
                machine.getAvailableProcessors());
    }

    private static double millis(long nanos) {
        return (double) nanos / Duration.ofMillis(1).toNanos();
    }
}
