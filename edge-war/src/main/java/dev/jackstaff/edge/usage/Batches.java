package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.usage.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes what was drained into batches that are small enough to be sent. */
final class Batches {
    /** About how many bytes a batch may have. */
    static final int LARGEST = 60_000;

    /** What an entry's document has beside its texts. */
    private static final int ENTRY_OVERHEAD = 160;

    /** A report that would not be taken anywhere. */
    private static final int LARGEST_REPORT = 500_000;

    private final String edge;
    private final Sequence sequence;

    Batches(String edge, Sequence sequence) {
        this.edge = edge;
        this.sequence = sequence;
    }

    /**
     * The batches of what was counted; none where nothing was.
     *
     * @param hour in which it was counted
     * @param lost how many evaluations were lost on their way, beside those that could not be counted
     */
    List<UsageBatch> of(Usage.Drained drained, Instant hour, long lost, Instant now) {
        List<UsageBatch> batches = new ArrayList<>();
        Filling filling = new Filling(drained.dropped() + lost);
        for (Map.Entry<Usage.Counted, Long> count : drained.counts().entrySet()) {
            UsageEntry entry = entry(count.getKey(), hour, count.getValue());
            if (!filling.hasRoomFor(size(entry))) {
                batches.add(filling.batch(now));
                filling = new Filling(0);
            }
            filling.add(entry);
        }
        for (ClientReport report : drained.reports()) {
            int size = 3 * report.document().json().length();
            if (size < LARGEST_REPORT) {
                if (!filling.hasRoomFor(size)) {
                    batches.add(filling.batch(now));
                    filling = new Filling(0);
                }
                filling.add(report, size);
            }
        }
        if (!filling.isEmpty()) {
            batches.add(filling.batch(now));
        }
        return batches;
    }

    private static UsageEntry entry(Usage.Counted counted, Instant hour, long times) {
        return new UsageEntry(
                counted.environment(),
                counted.application(),
                counted.flag(),
                counted.enabled(),
                counted.variant(),
                hour,
                times);
    }

    private static int size(UsageEntry entry) {
        int characters = entry.environment().length()
                + entry.application().length()
                + entry.flag().length()
                + entry.variant().length();
        return ENTRY_OVERHEAD + 3 * characters;
    }

    /** A batch in the making. */
    private final class Filling {
        private final long dropped;
        private final List<UsageEntry> entries = new ArrayList<>();
        private final List<ClientReport> reports = new ArrayList<>();
        private int size;

        Filling(long dropped) {
            this.dropped = dropped;
        }

        boolean hasRoomFor(int more) {
            return isEmpty() || size + more <= LARGEST;
        }

        boolean isEmpty() {
            return entries.isEmpty() && reports.isEmpty() && dropped == 0;
        }

        void add(UsageEntry entry) {
            entries.add(entry);
            size += size(entry);
        }

        void add(ClientReport report, int bytes) {
            reports.add(report);
            size += bytes;
        }

        UsageBatch batch(Instant now) {
            return new UsageBatch(edge, sequence.next(), now, dropped, entries, reports);
        }
    }
}
