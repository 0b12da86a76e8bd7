package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.retry.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    private static final String FRESH = ".new";
    private static final Pattern FILE = Pattern.compile("(\\d{19})-(\\d{1,18})\\.json");
    private static final Logger LOG = Logger.getLogger(UsageQueue.class.getName());

    private final Optional<Path> directory;
    private final long limit;
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private long bytes;
    private long evaluations;
    private long next;
    private long lost;
    private long lostBefore;
    private final Outage keeping = new Outage(LOG, "Keeping usage on the disk");

    /**
     * Those that are left of an earlier run.
     *
     * @param directory is made where it is not there; empty for memory alone
     * @param limit how many bytes all of them may have
     */
    UsageQueue(Optional<Path> directory, long limit) {
        this.directory = directory.flatMap(this::found);
        this.limit = limit;
    }

    /**
     * A batch that waits.
     *
     * @param evaluations how many it tells of
     * @param memory its document, where it is not on disk
     */
    @SuppressWarnings("ArrayRecordComponent") // written once
    record Waiting(long number, long evaluations, long size, byte @Nullable [] memory) {
        String file() {
            return String.format("%019d-%d.json", number, evaluations);
        }
    }

    private Optional<Path> found(Path path) {
        try {
            Files.createDirectories(path);
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                    Matcher name = FILE.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        insert(new Waiting(
                                Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), Files.size(file), null));
                    } else if (file.toString().endsWith(FRESH)) {
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

    private void insert(Waiting batch) {
        waiting.put(batch.number(), batch);
        bytes += batch.size();
        evaluations += batch.evaluations();
        next = Math.max(next, batch.number() + 1);
    }

    /** Keeps a batch, at the cost of the oldest where there are too many. */
    synchronized void add(byte[] document, long of) {
        while (!waiting.isEmpty() && bytes + document.length > limit) {
            lose(waiting.firstEntry().getValue());
        }
        keep(document, of);
    }

    /** Keeps a batch of another edge, which keeps it as long as it is not kept here: false where there are too many. */
    synchronized boolean offer(byte[] document, long of) {
        if (bytes + document.length > limit) {
            return false;
        }
        keep(document, of);
        return true;
    }

    private void keep(byte[] document, long of) {
        Waiting onDisk = new Waiting(next, of, document.length, null);
        boolean written = directory.isPresent() && write(directory.get(), onDisk.file(), document);
        insert(written ? onDisk : new Waiting(next, of, document.length, document));
    }

    private boolean write(Path place, String name, byte[] document) {
        Path fresh = place.resolve(name + FRESH);
        try {
            try (FileChannel file = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(document);
                while (rest.hasRemaining()) {
                    LOG.log(Level.FINEST, "Wrote {0} bytes.", file.write(rest));
                }
                file.force(true);
            }
            Files.move(fresh, place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            keeping.ended();
            return true;
        } catch (IOException full) {
            keeping.began(place + " cannot be written; it is in memory alone", full);
            return false;
        }
    }

    /** The oldest; null where none waits. */
    synchronized @Nullable Waiting first() {
        return waiting.isEmpty() ? null : waiting.firstEntry().getValue();
    }

    /** A batch's document. */
    byte[] read(Waiting batch) throws IOException {
        byte[] memory = batch.memory();
        return memory != null
                ? memory
                : Files.readAllBytes(directory.orElseThrow(IOException::new).resolve(batch.file()));
    }

    /** A batch is no longer ours to keep. */
    synchronized void remove(Waiting batch) {
        if (waiting.remove(batch.number()) == null) {
            return;
        }
        bytes -= batch.size();
        evaluations -= batch.evaluations();
        if (batch.memory() == null && directory.isPresent()) {
            try {
                Files.deleteIfExists(directory.get().resolve(batch.file()));
            } catch (IOException undeletable) {
                LOG.log(Level.WARNING, "A batch of usage that was taken cannot be deleted.", undeletable);
            }
        }
    }

    /** A batch will never be taken. */
    synchronized void lose(Waiting batch) {
        LOG.log(Level.WARNING, "Usage of {0} evaluations is thrown away.", batch.evaluations());
        lost += batch.evaluations();
        remove(batch);
    }

    /** How many evaluations were lost since the last call. */
    synchronized long takeLost() {
        long now = lost - lostBefore;
        lostBefore = lost;
        return now;
    }

    /** How many evaluations were lost in all. */
    synchronized long lost() {
        return lost;
    }

    synchronized int size() {
        return waiting.size();
    }

    /** How many evaluations wait to be told of. */
    synchronized long evaluations() {
        return evaluations;
    }
}
