package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.usage.ClientReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reports of clients between two drains, bounded in their size for each environment and for all. Thread-safe. */
final class ClientReportQueue {
    /** The maximum size of an environment's reports, in characters. */
    private static final int MAX_LENGTH = 1_000_000;

    /** The maximum size of all reports, in characters. */
    private static final int MAX_TOTAL_LENGTH = 4_000_000;

    private List<ClientReport> reports = new ArrayList<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private long dropped;

    /** Keeps a report until it is drained; one beyond the limit is dropped. */
    synchronized void add(ClientReport.Kind kind, String environment, JsonText document) {
        int length = document.json().length();
        int total = lengths.values().stream().mapToInt(Integer::intValue).sum();
        if (lengths.getOrDefault(environment, 0) + length > MAX_LENGTH || total + length > MAX_TOTAL_LENGTH) {
            dropped++;
            return;
        }
        lengths.merge(environment, length, Integer::sum);
        reports.add(new ClientReport(kind, environment, document));
    }

    /** Removes and returns the reports since the previous drain. */
    synchronized List<ClientReport> drain() {
        List<ClientReport> drained = reports;
        reports = new ArrayList<>();
        lengths.clear();
        return drained;
    }

    /** The number of reports that were dropped since the start of this process. */
    synchronized long dropped() {
        return dropped;
    }
}
