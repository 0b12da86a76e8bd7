package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A bounded, thread-safe counter of flag evaluations. Adding to a count never waits. The number of distinct counts is
 * bounded, because clients choose names; see {@link CounterLimits}. Beyond the bound an evaluation counts without its
 * application and SDK, and if there is no room for that either it is dropped, and the dropped ones are counted. The host drains
 * the counts periodically and delivers them; totals since the start stay available.
 */
@ApplicationScoped
public class UsageCounter {
    private static final int MAX_KEYS = 100_000;
    private static final int MAX_UNKNOWN_KEYS = 5_000;

    /** The number of drains without an increment after which a count is forgotten. */
    static final int MAX_IDLE_DRAINS = 360;

    private final Map<CounterKey, Counter> counts = new ConcurrentHashMap<>();
    private final SaturatingCounter dropped = new SaturatingCounter();
    private final CounterLimits limits;
    private final CounterLimits unknownLimits = CounterLimits.ofMadeUpNames(MAX_UNKNOWN_KEYS);
    private final Map<TotalKey, Long> totals = new HashMap<>();
    private Map<CounterKey, Counter> retired = new HashMap<>();
    private final Queue<Map.Entry<CounterKey, Counter>> lateCounts = new ConcurrentLinkedQueue<>();
    private final ClientReportQueue reports = new ClientReportQueue();

    public UsageCounter() {
        this(MAX_KEYS);
    }

    /** A counter with a maximum number of distinct counts. */
    UsageCounter(int maxKeys) {
        this.limits = new CounterLimits(maxKeys);
    }

    /**
     * The key of one count.
     *
     * @param environment {@code project/environment}
     * @param application empty if the client does not name one
     * @param sdk the client's SDK and its version; empty if it does not say
     * @param enabled whether the flag was on
     * @param variant empty if there was none, or the client does not name it
     */
    public record CounterKey(
            String environment, String application, String sdk, String flag, boolean enabled, String variant) {
        /** The key of an evaluation. */
        public static CounterKey of(ServedEnvironment environment, Evaluation evaluation, String sdk) {
            Variant variant = evaluation.variant();
            return new CounterKey(
                    environment.key(),
                    "",
                    sdk,
                    evaluation.flagKey(),
                    evaluation.enabled(),
                    variant == null ? "" : variant.key());
        }

        /** The entry of a batch with this count. */
        public UsageEntry toEntry(Instant hour, long times) {
            return new UsageEntry(environment, application, sdk, flag, enabled, variant, hour, times);
        }

        /** The same of a client with another SDK. */
        public CounterKey withSdk(String other) {
            return new CounterKey(environment, application, other, flag, enabled, variant);
        }

        private CounterKey withoutClient() {
            return new CounterKey(environment, "", "", flag, enabled, variant);
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

    /** The state of one count. Only draining accesses {@code idle}. */
    private static final class Counter {
        private final SaturatingCounter evaluations = new SaturatingCounter();
        private final CounterLimits room;
        private int idle;
        private volatile boolean retired;

        Counter(CounterLimits room) {
            this.room = room;
        }

        long drain() {
            long times = evaluations.drain();
            idle = times == 0 ? idle + 1 : 0;
            return times;
        }
    }

    /** Adds to a count; a number below one is ignored. */
    public void add(CounterKey counted, long times) {
        if (times > 0 && !addIfRoom(counted, times, limits) && !addIfRoom(counted.withoutClient(), times, limits)) {
            dropped.add(times);
        }
    }

    /**
     * Adds to the count of a flag that does not exist here, which the upstream may want to know. Clients can make up any
     * number of names, so there is little room for them, and what finds none is no loss.
     */
    public void addUnknown(CounterKey counted, long times) {
        if (times > 0 && counted.flag().length() <= UsageEntry.MAX_TEXT_LENGTH) {
            addIfRoom(counted, times, unknownLimits);
        }
    }

    private boolean addIfRoom(CounterKey counted, long times, CounterLimits room) {
        Counter present = counts.get(counted);
        Counter count = present != null
                ? present
                : counts.computeIfAbsent(counted, absent -> room.reserve(absent) ? new Counter(room) : null);
        if (count == null) {
            return false;
        }
        count.evaluations.add(times);
        if (count.retired) {
            lateCounts.add(Map.entry(counted, count));
        }
        return true;
    }

    /**
     * Counts an evaluation that the client will not report itself. That of a flag which does not exist counts among the
     * unknown ones; that of one which the client may not see does not count.
     *
     * @param sdk the client's SDK; empty if it does not say
     */
    public void countEvaluation(ServedEnvironment environment, Evaluation evaluation, String sdk) {
        if (evaluation.errorCode() != ErrorCode.FLAG_NOT_FOUND) {
            add(CounterKey.of(environment, evaluation, sdk), 1);
        } else if (environment.flags().flag(evaluation.flagKey()) == null) {
            addUnknown(CounterKey.of(environment, evaluation, sdk), 1);
        }
    }

    /** Keeps a client's report until it is drained; reports beyond the limit are dropped. */
    public void addReport(ClientReport.Kind kind, String environment, JsonText document) {
        reports.add(kind, environment, document);
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
        for (Iterator<Map.Entry<CounterKey, Counter>> all = counts.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<CounterKey, Counter> entry = all.next();
            collect(drained, entry.getKey(), entry.getValue());
            CounterLimits room = entry.getValue().room;
            if (entry.getValue().idle >= (room.isFull(entry.getKey()) ? 1 : MAX_IDLE_DRAINS)) {
                entry.getValue().retired = true;
                room.release(entry.getKey());
                retired.put(entry.getKey(), entry.getValue());
                all.remove();
            }
        }
        return new UsageDelta(drained, dropped.drain(), reports.drain());
    }

    private void collect(Map<CounterKey, Long> drained, CounterKey counted, Counter count) {
        long times = count.drain();
        if (times > 0) {
            drained.merge(counted, times, EvaluationCount::sum);
            totals.merge(TotalKey.of(counted), times, EvaluationCount::sum);
        }
    }

    /** The numbers of evaluations counted since the start of this process; they never decrease. */
    public synchronized Map<TotalKey, Long> totals() {
        Map<TotalKey, Long> all = new HashMap<>(totals);
        addFresh(all, counts);
        addFresh(all, retired);
        return all;
    }

    private static void addFresh(Map<TotalKey, Long> totals, Map<CounterKey, Counter> counts) {
        counts.forEach((counted, count) ->
                totals.merge(TotalKey.of(counted), count.evaluations.fresh(), EvaluationCount::sum));
    }

    /** All counts since the start of this process, without those forgotten because they were idle. */
    public synchronized Map<CounterKey, Long> counts() {
        Map<CounterKey, Long> all = new HashMap<>();
        counts.forEach((counted, count) -> all.put(counted, count.evaluations.total()));
        return Map.copyOf(all);
    }

    /** The number of evaluations that were dropped since the start of this process. */
    public synchronized long dropped() {
        return dropped.total();
    }

    /** The number of reports that were dropped since the start of this process. */
    public long droppedReports() {
        return reports.dropped();
    }
}
