package dev.jackstaff.edge.upstream;

import dev.jackstaff.engine.snapshot.SnapshotHead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The heap that a new snapshot may take, so that no content takes the edge down. A document is refused before it is
 * parsed if it needs more than its share of the heap, or more than is free; the last good snapshot stays served.
 *
 * <p>A document of a megabyte needs 2 MB (JSON values) to 10 MB (long lists of ids) once it is compiled, and some 4 MB
 * while it is written to the backup and hashed. The old snapshot stays until the new one is served.
 */
@ApplicationScoped
public class HeapBudget {
    /** The heap that a byte of a document may need. */
    static final int HEAP_PER_BYTE = 10;

    /** The share of the heap that one document may need, in percent. */
    static final int DOCUMENT_SHARE = 60;

    /** The share of the heap that stays free for requests, in percent. */
    private static final int RESERVE = 10;

    private static final long CHECK_INTERVAL = TimeUnit.MINUTES.toNanos(1);
    private static final double MEBIBYTE = 1 << 20;

    private final LongSupplier maxHeap;
    private final LongSupplier usedHeap;
    private final Runnable collector;
    private final LongSupplier nanoTime;
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /** A refused snapshot, with the reason and when that was found. */
    private record Refusal(SnapshotHead head, String reason, long checkedAt) {}

    public HeapBudget() {
        this(Runtime.getRuntime()::maxMemory, HeapBudget::measureUsed, System::gc, System::nanoTime);
    }

    /**
     * A budget of another heap.
     *
     * @param usedHeap the bytes in use, garbage included
     * @param collector what collects garbage
     */
    HeapBudget(LongSupplier maxHeap, LongSupplier usedHeap, Runnable collector, LongSupplier nanoTime) {
        this.maxHeap = maxHeap;
        this.usedHeap = usedHeap;
        this.collector = collector;
        this.nanoTime = nanoTime;
    }

    /** The largest document that can be accepted, in bytes. */
    public long largestDocument() {
        return maxHeap.getAsLong() / 100 * DOCUMENT_SHARE / HEAP_PER_BYTE;
    }

    /**
     * The reason to refuse a document; empty if it fits. A refused snapshot is checked again after a minute.
     *
     * @param bytes the size of the document
     */
    public Optional<String> refusal(String key, SnapshotHead head, long bytes) {
        Refusal known = refusals.get(key);
        if (known != null && known.head.equals(head) && nanoTime.getAsLong() - known.checkedAt < CHECK_INTERVAL) {
            return Optional.of(known.reason);
        }
        Optional<String> reason = check(bytes);
        reason.ifPresent(text -> refusals.put(key, new Refusal(head, text, nanoTime.getAsLong())));
        return reason;
    }

    /** Whether a snapshot with this head was refused before. */
    public boolean hasRefused(String key, SnapshotHead head) {
        Refusal known = refusals.get(key);
        return known != null && known.head.equals(head);
    }

    /** Forgets a refusal: a snapshot of the environment is served, or the environment is gone. */
    public void forget(String key) {
        refusals.remove(key);
    }

    /** The reasons of the refused snapshots, by environment. */
    public Map<String, String> refusals() {
        Map<String, String> reasons = new TreeMap<>();
        refusals.forEach(
                (key, refusal) -> reasons.put(key, "revision " + refusal.head.revision() + ": " + refusal.reason));
        return reasons;
    }

    private Optional<String> check(long bytes) {
        long largest = largestDocument();
        if (bytes > largest) {
            return Optional.of("a snapshot of " + megabytes(bytes) + " is more than an edge with "
                    + megabytes(maxHeap.getAsLong()) + " of heap accepts, which is " + megabytes(largest));
        }
        long needed = bytes * HEAP_PER_BYTE;
        if (!canFree(needed)) {
            return Optional.of("a snapshot of " + megabytes(bytes) + " may need " + megabytes(needed)
                    + " of heap, and less than that is free of " + megabytes(maxHeap.getAsLong()));
        }
        return Optional.empty();
    }

    /** Whether so many bytes are free, if need be after garbage was collected. */
    private boolean canFree(long bytes) {
        if (isFree(bytes)) {
            return true;
        }
        collector.run();
        return isFree(bytes);
    }

    private boolean isFree(long bytes) {
        return bytes <= maxHeap.getAsLong() / 100 * (100 - RESERVE) - usedHeap.getAsLong();
    }

    private static long measureUsed() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }
}
