package dev.jackstaff.edge.usage;

import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.file.AtomicFile;
import dev.jackstaff.engine.usage.EvaluationCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of usage batches that wait to be sent, one file each; in memory if there is no disk. When it is
 * full, the oldest are dropped and counted. Thread-safe.
 */
final class UsageQueue {
    /** The number before all batches. */
    static final long NONE = -1;

    private static final Pattern FILE_NAME = Pattern.compile("(\\d{19})-(\\d{1,18})\\.json");
    private static final Logger LOG = Logger.getLogger(UsageQueue.class.getName());

    private final Optional<Path> directory;
    private final long maxBytes;
    private final TreeMap<Long, QueuedBatch> batches = new TreeMap<>();
    private @Nullable QueuedBatch inFlight;
    private long bytes;
    private long nextNumber;
    private long lostCount;
    private long reportedLostCount;
    private final Outage outage = new Outage(LOG, "Storing usage on disk");

    /**
     * A queue with the batches of an earlier run.
     *
     * @param directory is created if it is missing; empty for memory only
     * @param limit the greatest number of bytes of all batches
     */
    UsageQueue(Optional<Path> directory, long limit) {
        this.directory = directory.flatMap(this::openDirectory);
        this.maxBytes = limit;
    }

    /**
     * A queued batch.
     *
     * @param evaluations the number of evaluations in it
     * @param memory its document if it is not on disk
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record QueuedBatch(long number, long evaluations, long size, byte @Nullable [] memory) {
        String fileName() {
            return String.format("%019d-%d.json", number, evaluations);
        }
    }

    private Optional<Path> openDirectory(Path path) {
        try {
            Files.createDirectories(path);
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                    Matcher name = FILE_NAME.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        restore(new QueuedBatch(
                                Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), Files.size(file), null));
                    } else if (file.toString().endsWith(AtomicFile.UNFINISHED)) {
                        Files.delete(file);
                    }
                }
            }
            return Optional.of(path);
        } catch (IOException unusable) {
            LOG.log(
                    Level.SEVERE,
                    "Usage cannot be stored in " + path + "; it is queued in memory and lost at a restart.",
                    unusable);
            return Optional.empty();
        }
    }

    /** Restores a batch. Of two with one number, which a crash may leave, the smaller is what was still to be sent. */
    private void restore(QueuedBatch batch) {
        QueuedBatch other = batches.get(batch.number());
        if (other == null) {
            insert(batch);
        } else if (batch.evaluations() < other.evaluations()) {
            remove(other);
            insert(batch);
        }
    }

    private void insert(QueuedBatch batch) {
        batches.put(batch.number(), batch);
        bytes += batch.size();
        nextNumber = Math.max(nextNumber, batch.number() + 1);
    }

    /** Appends a batch; drops the oldest if the queue is full. */
    synchronized void add(byte[] document, long evaluations) {
        Optional<QueuedBatch> oldest = evictable();
        while (oldest.isPresent() && bytes + document.length > maxBytes) {
            discard(oldest.get());
            oldest = evictable();
        }
        append(document, evaluations);
    }

    /** The oldest batch that may be dropped: one in flight may have been accepted already. */
    private Optional<QueuedBatch> evictable() {
        return batches.values().stream()
                .filter(batch -> !batch.equals(inFlight))
                .findFirst();
    }

    /** Appends a batch of another edge; returns false if the queue is full, and the other edge keeps it. */
    synchronized boolean offer(byte[] document, long evaluations) {
        if (bytes + document.length > maxBytes) {
            return false;
        }
        append(document, evaluations);
        return true;
    }

    private void append(byte[] document, long evaluations) {
        insert(write(nextNumber, document, evaluations));
    }

    /** Replaces a batch by the part of it that is still to be sent, unless it was removed. */
    synchronized void replace(QueuedBatch batch, byte[] document, long evaluations) {
        if (batches.containsKey(batch.number())) {
            QueuedBatch smaller = write(batch.number(), document, evaluations);
            remove(batch);
            insert(smaller);
        }
    }

    private QueuedBatch write(long number, byte[] document, long evaluations) {
        QueuedBatch onDisk = new QueuedBatch(number, evaluations, document.length, null);
        boolean written = directory.isPresent() && write(directory.get(), onDisk.fileName(), document);
        return written ? onDisk : new QueuedBatch(number, evaluations, document.length, document);
    }

    private boolean write(Path parent, String name, byte[] document) {
        try {
            new AtomicFile(parent.resolve(name)).write(document);
            outage.recordSuccess();
            return true;
        } catch (IOException failure) {
            outage.recordFailure(
                    parent + " cannot be written; usage is queued in memory and lost at a restart", failure);
            return false;
        }
    }

    /**
     * The oldest batch, which is in flight from now on, until it is removed, discarded or put back; null if the queue
     * is empty.
     */
    synchronized @Nullable QueuedBatch peek() {
        return peekAfter(NONE);
    }

    /** The oldest batch after a number, as {@link #peek()}. */
    synchronized @Nullable QueuedBatch peekAfter(long number) {
        Map.Entry<Long, QueuedBatch> next = batches.higherEntry(number);
        inFlight = next == null ? null : next.getValue();
        return inFlight;
    }

    /** Puts the batch in flight back: it was not accepted. */
    synchronized void putBack() {
        inFlight = null;
    }

    /** The document of a batch. */
    byte[] read(QueuedBatch batch) throws IOException {
        byte[] memory = batch.memory();
        return memory != null
                ? memory
                : new AtomicFile(directory.orElseThrow(IOException::new).resolve(batch.fileName())).read();
    }

    /** Removes a delivered batch; returns false if it was removed before. */
    synchronized boolean remove(QueuedBatch batch) {
        if (batch.equals(inFlight)) {
            inFlight = null;
        }
        if (batches.remove(batch.number()) == null) {
            return false;
        }
        bytes -= batch.size();
        if (batch.memory() == null && directory.isPresent()) {
            try {
                Files.deleteIfExists(directory.get().resolve(batch.fileName()));
            } catch (IOException undeletable) {
                LOG.log(
                        Level.WARNING,
                        "A delivered batch of usage cannot be deleted; it may be sent again after a restart.",
                        undeletable);
            }
        }
        return true;
    }

    /** Drops a batch that cannot be delivered, and counts its evaluations as lost. */
    synchronized void discard(QueuedBatch batch) {
        if (remove(batch)) {
            LOG.log(
                    Level.WARNING,
                    "Usage of {0} evaluations is dropped: the queue is full, or the batch was refused or unreadable.",
                    batch.evaluations());
            lostCount = EvaluationCount.sum(lostCount, batch.evaluations());
        }
    }

    /** The number of evaluations lost since the last call. */
    synchronized long drainLostCount() {
        long now = lostCount - reportedLostCount;
        reportedLostCount = lostCount;
        return now;
    }

    /** The number of evaluations lost in all. */
    synchronized long lostCount() {
        return lostCount;
    }

    synchronized int size() {
        return batches.size();
    }

    /** The number of queued evaluations. */
    synchronized long evaluationCount() {
        return EvaluationCount.sum(batches.values().stream().mapToLong(QueuedBatch::evaluations));
    }
}
