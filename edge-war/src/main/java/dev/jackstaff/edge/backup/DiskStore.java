package dev.jackstaff.edge.backup;

import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A directory on the edge's own disk. Snapshots are written on a thread of their own, the latest of each environment; one that
 * takes a key away is written by whoever brings it.
 */
final class DiskStore implements Store {
    private static final String INDEX = "index";
    private static final Duration ROUND_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(DiskStore.class.getName());

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final Path data;
    private final Outage keeping = new Outage(LOG, "Keeping snapshots on the disk");
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> Daemon.thread("jackstaff-backup", task));

    /** What waits to be written; guarded by itself. */
    private final Map<String, Snapshot> due = new LinkedHashMap<>();

    /** What is on the disk; guarded by this, as is writing. */
    private final Map<String, SnapshotHead> kept = new HashMap<>();

    private Index written = Index.EMPTY;
    private @Nullable BackupFiles files;

    /** @param data the directory of all that the edge keeps */
    DiskStore(LiveEnvironments environments, Freshness freshness, Path data) {
        this.environments = environments;
        this.freshness = freshness;
        this.data = data;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public synchronized List<Found> open(String origin) {
        List<Found> found = new ArrayList<>();
        try {
            files = new BackupFiles(data.resolve("snapshots").toAbsolutePath(), origin).open();
            found.addAll(found(files));
        } catch (IOException unusable) {
            keeping.began("Snapshots cannot be kept in " + data, unusable);
        }
        Future<?> untilStopped = worker.scheduleWithFixedDelay(
                this::round, ROUND_INTERVAL.toMillis(), ROUND_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Keeping snapshots: {0}.", untilStopped);
        return found;
    }

    private List<Found> found(BackupFiles files) throws IOException {
        Map<String, Sealed> contents = new HashMap<>();
        files.all().forEach(content -> contents.put(content.name(), content));
        Sealed sealed = contents.remove(INDEX);
        Index index = sealed == null ? Index.EMPTY : Index.of(sealed.content());
        List<Found> found = new ArrayList<>();
        for (Sealed content : contents.values()) {
            try {
                Snapshot snapshot = SnapshotReader.read(content.content());
                found(snapshot, index.environments().get(content.name())).ifPresent(found::add);
            } catch (DocumentException unreadable) {
                LOG.log(Level.WARNING, "The backup of " + content.name() + " is refused.", unreadable);
            }
        }
        index.admitted().forEach(key -> environments.admit(key.environment(), key.credential()));
        return found;
    }

    private Optional<Found> found(Snapshot snapshot, Index.@Nullable Entry entry) {
        SnapshotHead head = SnapshotHead.of(snapshot);
        if (entry != null && head.precedes(entry.head())) {
            Object[] details = {
                snapshot.key(),
                Long.toString(snapshot.revision()),
                Long.toString(entry.head().revision())
            };
            LOG.log(Level.WARNING, "The backup of {0} at revision {1} is refused: revision {2} was kept.", details);
            return Optional.empty();
        }
        kept.put(snapshot.key(), head);
        Instant confirmed = entry == null ? snapshot.changedAt() : entry.confirmedAt();
        return Optional.of(new Found(snapshot, Duration.between(confirmed, Instant.now())));
    }

    @Override
    public void keep(Snapshot snapshot) {
        synchronized (due) {
            due.put(snapshot.key(), snapshot);
        }
        if (!worker.isShutdown()) {
            worker.execute(this::write);
        }
    }

    @Override
    public void keepNow(Snapshot snapshot) {
        synchronized (due) {
            due.put(snapshot.key(), snapshot);
        }
        write();
    }

    @Override
    public synchronized void drop(String environment) {
        synchronized (due) {
            due.remove(environment);
        }
        forget(environment);
        writeIndex();
    }

    @Override
    public Optional<String> trouble() {
        return keeping.reason();
    }

    @Override
    public long failures() {
        return keeping.times();
    }

    private synchronized void write() {
        Map<String, Snapshot> latest;
        synchronized (due) {
            latest = new LinkedHashMap<>(due);
            due.clear();
        }
        latest.values().removeIf(snapshot -> SnapshotHead.of(snapshot).equals(kept.get(snapshot.key())));
        if (files == null || latest.isEmpty()) {
            return;
        }
        latest.values().forEach(this::write);
        writeIndex();
    }

    /** What could not be written is tried again, and the ages go on. */
    private void round() {
        write();
        writeIndex();
    }

    private void write(Snapshot snapshot) {
        BackupFiles open = files;
        if (open == null) {
            return;
        }
        try {
            open.keep(snapshot.key(), SnapshotWriter.write(snapshot));
            kept.put(snapshot.key(), SnapshotHead.of(snapshot));
        } catch (IOException | RuntimeException unwritten) {
            keeping.began("The snapshot of " + snapshot.key() + " cannot be kept", unwritten);
            forget(snapshot.key());
            synchronized (due) {
                due.putIfAbsent(snapshot.key(), snapshot);
            }
        }
    }

    private void forget(String key) {
        BackupFiles open = files;
        kept.remove(key);
        if (open == null) {
            return;
        }
        try {
            open.drop(key);
        } catch (IOException undeleted) {
            keeping.began("The backup of " + key + " cannot be removed", undeleted);
        }
    }

    private synchronized void writeIndex() {
        BackupFiles open = files;
        if (open == null) {
            return;
        }
        Map<String, Index.Entry> entries = new HashMap<>();
        Instant now = Instant.now();
        kept.forEach((key, head) -> entries.put(
                key, new Index.Entry(head, now.minus(freshness.age(key).orElse(Duration.ZERO)))));
        Index index = new Index(
                entries,
                environments.admitted().entrySet().stream()
                        .flatMap(keys -> keys.getValue().stream()
                                .map(credential -> new Index.Admitted(keys.getKey(), credential)))
                        .toList());
        if (index.equals(written)) {
            return;
        }
        try {
            open.keep(INDEX, index.document());
            written = index;
            synchronized (due) {
                if (due.isEmpty()) {
                    keeping.ended();
                }
            }
        } catch (IOException | RuntimeException unwritten) {
            keeping.began("The index of what is kept cannot be written", unwritten);
        }
    }

    @Override
    public void stop() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "Keeping snapshots did not end within {0}.", STOP_LIMIT);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        write();
        writeIndex();
    }
}
