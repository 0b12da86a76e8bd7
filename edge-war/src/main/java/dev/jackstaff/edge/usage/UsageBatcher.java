package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The batcher that splits drained usage into batches below the size limit. */
final class UsageBatcher {
    /** The approximate size limit of a batch in bytes. */
    static final int MAX_BATCH_BYTES = 60_000;

    /** The size of an entry in bytes besides its texts. */
    private static final int ENTRY_OVERHEAD_BYTES = 160;

    /** The size limit of a client report in bytes. */
    private static final int MAX_REPORT_BYTES = 500_000;

    private final String edge;
    private final BatchSequence sequence;

    UsageBatcher(String edge, BatchSequence sequence) {
        this.edge = edge;
        this.sequence = sequence;
    }

    /**
     * The batches of drained usage; none if nothing was counted.
     *
     * @param hour the hour in which it was counted
     * @param lost the number of evaluations that were lost after counting, beside those that could not be counted
     */
    List<UsageBatch> toBatches(UsageCounter.UsageDelta drained, Instant hour, long lost, Instant now) {
        List<UsageBatch> batches = new ArrayList<>();
        BatchBuilder filling = new BatchBuilder(EvaluationCount.sum(drained.dropped(), lost));
        for (Map.Entry<UsageCounter.CounterKey, Long> count : drained.counts().entrySet()) {
            UsageEntry entry = count.getKey().toEntry(hour, count.getValue());
            if (!filling.hasRoomFor(size(entry))) {
                batches.add(filling.build(now));
                filling = new BatchBuilder(0);
            }
            filling.add(entry);
        }
        for (ClientReport report : drained.reports()) {
            int size = 3 * report.document().json().length();
            if (size < MAX_REPORT_BYTES) {
                if (!filling.hasRoomFor(size)) {
                    batches.add(filling.build(now));
                    filling = new BatchBuilder(0);
                }
                filling.add(report, size);
            }
        }
        if (!filling.isEmpty()) {
            batches.add(filling.build(now));
        }
        return batches;
    }

    private static int size(UsageEntry entry) {
        int characters = entry.environment().length()
                + entry.application().length()
                + entry.sdk().length()
                + entry.flag().length()
                + entry.variant().length();
        return ENTRY_OVERHEAD_BYTES + 3 * characters;
    }

    /** A batch under construction. */
    private final class BatchBuilder {
        private final long dropped;
        private final List<UsageEntry> entries = new ArrayList<>();
        private final List<ClientReport> reports = new ArrayList<>();
        private int size;

        BatchBuilder(long dropped) {
            this.dropped = dropped;
        }

        boolean hasRoomFor(int bytes) {
            return isEmpty() || size + bytes <= MAX_BATCH_BYTES;
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

        UsageBatch build(Instant now) {
            return new UsageBatch(edge, sequence.next(), now, dropped, entries, reports);
        }
    }
}
