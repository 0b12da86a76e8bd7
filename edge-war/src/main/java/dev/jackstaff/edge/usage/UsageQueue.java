package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.file.AtomicFile;
import dev.jackstaff.edge.retry.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Batches that wait to be taken upstream, oldest first: each a file, which is there whole or not at all; in memory where there
 * is no disk. Bounded: the oldest are thrown away for the newest, and the evaluations they told of are counted. Safe for threads.
 */
final class UsageQueue {
    private static final Pattern FILE_NAME = Pattern.compile("(\\d{19})-(\\d{1,18})\\.json");
    private static final Logger LOG = Logger.getLogger(UsageQueue.class.getName());

    private final Optional<Path> directory;
    private final long maxBytes;
    private final TreeMap<Long, QueuedBatch> batches = new TreeMap<>();
    private @Nullable QueuedBatch inFlight;
    private long bytes;
    private long evaluationCount;
    private long nextNumber;
    private long lostCount;
    private long reportedLostCount;
    private final Outage outage = new Outage(LOG, "Keeping usage on the disk");

    /**
     * Those that are left of an earlier run.
     *
     * @param directory is made where it is not there; empty for memory alone
     * @param limit how many bytes all of them may have
     */
    UsageQueue(Optional<Path> directory, long limit) {
        this.directory = directory.flatMap(this::openDirectory);
        this.maxBytes = limit;
    }

    /**
     * A batch that waits.
     *
     * @param evaluations how many it tells of
     * @param memory its document, where it is not on disk
     */
    @SuppressWarnings("ArrayRecordComponent") // written once
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
                        insert(new QueuedBatch(
                                Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), Files.size(file), null));
                    } else if (file.toString().endsWith(AtomicFile.UNFINISHED)) {
                        Files.delete(file);
                    }
                }
            }
            return Optional.of(path);
        } catch (IOException unusable) {
            LOG.log(Level.SEVERE, "Usage cannot be kept in " + path + ".", unusable);
            return Optional.empty();
        }
    }

    private void insert(QueuedBatch batch) {
        batches.put(batch.number(), batch);
        bytes += batch.size();
        evaluationCount += batch.evaluations();
        nextNumber = Math.max(nextNumber, batch.number() + 1);
    }

    /** Keeps a batch, at the cost of the oldest where there are too many. */
    synchronized void add(byte[] document, long of) {
        Optional<QueuedBatch> oldest = evictable();
        while (oldest.isPresent() && bytes + document.length > maxBytes) {
            discard(oldest.get());
            oldest = evictable();
        }
        append(document, of);
    }

    /** The oldest that is not being sent: what is in flight may have been taken already. */
    private Optional<QueuedBatch> evictable() {
        return batches.values().stream()
                .filter(batch -> !batch.equals(inFlight))
                .findFirst();
    }

    /** Keeps a batch of another edge, which keeps it as long as it is not kept here: false where there are too many. */
    synchronized boolean offer(byte[] document, long of) {
        if (bytes + document.length > maxBytes) {
            return false;
        }
        append(document, of);
        return true;
    }

    private void append(byte[] document, long of) {
        QueuedBatch onDisk = new QueuedBatch(nextNumber, of, document.length, null);
        boolean written = directory.isPresent() && write(directory.get(), onDisk.fileName(), document);
        insert(written ? onDisk : new QueuedBatch(nextNumber, of, document.length, document));
    }

    private boolean write(Path place, String name, byte[] document) {
        try {
            new AtomicFile(place.resolve(name)).write(document);
            outage.recordSuccess();
            return true;
        } catch (IOException full) {
            outage.recordFailure(place + " cannot be written; it is in memory alone", full);
            return false;
        }
    }

    /** The oldest, which is in flight from now on, until it is removed, lost or put back; null where none waits. */
    synchronized @Nullable QueuedBatch peek() {
        inFlight = batches.isEmpty() ? null : batches.firstEntry().getValue();
        return inFlight;
    }

    /** What is in flight was not taken: it waits as before. */
    synchronized void putBack() {
        inFlight = null;
    }

    /** A batch's document. */
    byte[] read(QueuedBatch batch) throws IOException {
        byte[] memory = batch.memory();
        return memory != null
                ? memory
                : new AtomicFile(directory.orElseThrow(IOException::new).resolve(batch.fileName())).read();
    }

    /** A batch is no longer ours to keep; false where it was not any more. */
    synchronized boolean remove(QueuedBatch batch) {
        if (batch.equals(inFlight)) {
            inFlight = null;
        }
        if (batches.remove(batch.number()) == null) {
            return false;
        }
        bytes -= batch.size();
        evaluationCount -= batch.evaluations();
        if (batch.memory() == null && directory.isPresent()) {
            try {
                Files.deleteIfExists(directory.get().resolve(batch.fileName()));
            } catch (IOException undeletable) {
                LOG.log(Level.WARNING, "A batch of usage that was taken cannot be deleted.", undeletable);
            }
        }
        return true;
    }

    /** A batch will never be taken. */
    synchronized void discard(QueuedBatch batch) {
        if (remove(batch)) {
            LOG.log(Level.WARNING, "Usage of {0} evaluations is thrown away.", batch.evaluations());
            lostCount += batch.evaluations();
        }
    }

    /** How many evaluations were lost since the last call. */
    synchronized long drainLostCount() {
        long now = lostCount - reportedLostCount;
        reportedLostCount = lostCount;
        return now;
    }

    /** How many evaluations were lost in all. */
    synchronized long lostCount() {
        return lostCount;
    }

    synchronized int size() {
        return batches.size();
    }

    /** How many evaluations wait to be told of. */
    synchronized long evaluationCount() {
        return evaluationCount;
    }
}
