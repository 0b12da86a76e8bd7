package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bounded, thread-safe counter of flag evaluations. Counting never waits. The number of distinct counts is bounded,
 * because clients choose names; beyond it, counts are dropped, and the dropped ones are counted. The host drains the
 * counts periodically and delivers them; totals since the start stay available.
 */
@ApplicationScoped
public class UsageCounter {
    private static final int MAX_KEYS = 100_000;

    /** The number of drains without an increment after which a count is forgotten. */
    static final int MAX_IDLE_DRAINS = 360;

    /** The maximum size of the reports kept between two drains, in characters. */
    private static final int MAX_REPORTED_LENGTH = 1_000_000;

    private final Map<CounterKey, Counter> counts = new ConcurrentHashMap<>();
    private final LongAdder dropped = new LongAdder();
    private final int maxKeys;
    private final Map<TotalKey, Long> totals = new HashMap<>();
    private long droppedBefore;
    private Map<CounterKey, Counter> retired = new HashMap<>();
    private final Queue<Map.Entry<CounterKey, Counter>> lateCounts = new ConcurrentLinkedQueue<>();
    private List<ClientReport> reports = new ArrayList<>();
    private long reported;
    private long droppedReportCount;

    public UsageCounter() {
        this(MAX_KEYS);
    }

    /** A counter with a maximum number of distinct counts. */
    UsageCounter(int maxKeys) {
        this.maxKeys = maxKeys;
    }

    /**
     * The key of one count.
     *
     * @param environment {@code project/environment}
     * @param application empty if the client does not name one
     * @param enabled whether the flag was on
     * @param variant empty if there was none, or the client does not name it
     */
    public record CounterKey(String environment, String application, String flag, boolean enabled, String variant) {
        /** The key of an evaluation of an existing flag: clients could make up any number of others. */
        public static CounterKey of(ServedEnvironment environment, Evaluation evaluation) {
            Variant variant = evaluation.variant();
            return new CounterKey(
                    environment.key(),
                    "",
                    evaluation.flagKey(),
                    evaluation.enabled(),
                    variant == null ? "" : variant.key());
        }
    }

    /** The key of a total. */
    public record TotalKey(String environment, boolean enabled) {
        private static TotalKey of(CounterKey counted) {
            return new TotalKey(counted.environment(), counted.enabled());
        }
    }

    /** The counts since the previous drain, the number of dropped evaluations, and the reports. */
    public record UsageDelta(Map<CounterKey, Long> counts, long dropped, List<ClientReport> reports) {
        public UsageDelta {
            counts = Map.copyOf(counts);
            reports = List.copyOf(reports);
        }

        public boolean isEmpty() {
            return counts.isEmpty() && dropped == 0 && reports.isEmpty();
        }
    }

    /** The state of one count. Only draining accesses the fields besides the adder. */
    private static final class Counter {
        private final LongAdder fresh = new LongAdder();
        private long drained;
        private int idle;
        private volatile boolean retired;

        long drain() {
            long times = fresh.sumThenReset();
            drained += times;
            idle = times == 0 ? idle + 1 : 0;
            return times;
        }
    }

    /** Adds to a count; a number below one is ignored. */
    public void add(CounterKey counted, long times) {
        Counter count = counts.get(counted);
        if (count == null && times > 0 && counts.size() < maxKeys) {
            count = counts.computeIfAbsent(counted, absent -> new Counter());
        }
        long added = Math.max(0, times);
        if (count == null) {
            dropped.add(added);
            return;
        }
        count.fresh.add(added);
        if (count.retired) {
            lateCounts.add(Map.entry(counted, count));
        }
    }

    /**
     * Counts an evaluation that the client will not report itself.
     *
     * @param evaluation of an existing flag: clients could make up any number of others
     */
    public void countEvaluation(ServedEnvironment environment, Evaluation evaluation) {
        add(CounterKey.of(environment, evaluation), 1);
    }

    /** Keeps a client's report until it is drained; reports beyond the limit are dropped. */
    public synchronized void addReport(ClientReport.Kind kind, String environment, JsonText document) {
        if (reported + document.json().length() > MAX_REPORTED_LENGTH) {
            droppedReportCount++;
            return;
        }
        reported += document.json().length();
        reports.add(new ClientReport(kind, environment, document));
    }

    /**
     * Removes and returns what was counted since the previous drain. Nothing is lost: a forgotten count is
     * drained once more by the next drain, and an even later increment queues it again.
     */
    public synchronized UsageDelta drain() {
        Map<CounterKey, Long> drained = new HashMap<>();
        retired.forEach((counted, count) -> collect(drained, counted, count));
        retired = new HashMap<>();
        for (Map.Entry<CounterKey, Counter> entry = lateCounts.poll(); entry != null; entry = lateCounts.poll()) {
            collect(drained, entry.getKey(), entry.getValue());
        }
        boolean full = counts.size() >= maxKeys;
        for (Iterator<Map.Entry<CounterKey, Counter>> all = counts.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<CounterKey, Counter> entry = all.next();
            collect(drained, entry.getKey(), entry.getValue());
            if (entry.getValue().idle >= (full ? 1 : MAX_IDLE_DRAINS)) {
                entry.getValue().retired = true;
                retired.put(entry.getKey(), entry.getValue());
                all.remove();
            }
        }
        List<ClientReport> drainedReports = reports;
        reports = new ArrayList<>();
        reported = 0;
        long lost = dropped.sum() - droppedBefore;
        droppedBefore += lost;
        return new UsageDelta(drained, lost, drainedReports);
    }

    private void collect(Map<CounterKey, Long> drained, CounterKey counted, Counter count) {
        long times = count.drain();
        if (times > 0) {
            drained.merge(counted, times, Long::sum);
            totals.merge(TotalKey.of(counted), times, Long::sum);
        }
    }

    /** The numbers of evaluations counted since the start of this process; they never decrease. */
    public synchronized Map<TotalKey, Long> totals() {
        Map<TotalKey, Long> all = new HashMap<>(totals);
        counts.forEach((counted, count) -> all.merge(TotalKey.of(counted), count.fresh.sum(), Long::sum));
        retired.forEach((counted, count) -> all.merge(TotalKey.of(counted), count.fresh.sum(), Long::sum));
        return all;
    }

    /** All counts since the start of this process, without those forgotten because they were idle. */
    public synchronized Map<CounterKey, Long> counts() {
        Map<CounterKey, Long> all = new HashMap<>();
        counts.forEach((counted, count) -> all.put(counted, count.drained + count.fresh.sum()));
        return Map.copyOf(all);
    }

    /** The number of evaluations that were dropped since the start of this process. */
    public long dropped() {
        return dropped.sum();
    }

    /** The number of reports that were dropped since the start of this process. */
    public synchronized long droppedReports() {
        return droppedReportCount;
    }
}
