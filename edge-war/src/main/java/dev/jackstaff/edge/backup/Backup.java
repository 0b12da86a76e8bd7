package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * Keeps what is served on the edge's own disk, and serves it again after a start, before any upstream is asked. Snapshots are
 * written on a thread of their own, the latest of each environment; one that takes a key away is written before it is served,
 * so that a key that was refused once never opens anything after a restart.
 */
@ApplicationScoped
public class Backup {
    private static final String INDEX = "index";
    private static final Duration INDEX_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(Backup.class.getName());

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final Optional<Path> data;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Backup::thread);

    /** What waits to be written; guarded by itself. */
    private final Map<String, Snapshot> due = new LinkedHashMap<>();

    /** What is on the disk; guarded by this, as is writing. */
    private final Map<String, SnapshotHead> kept = new HashMap<>();

    private Index written = Index.EMPTY;
    private @Nullable BackupFiles files;
    private volatile @Nullable String trouble;

    /** For the container's proxies. */
    Backup() {
        this(new LiveEnvironments(), new Freshness(), Optional.empty());
    }

    /** A backup of what is served, within a directory for the edge's data. */
    @Inject
    public Backup(LiveEnvironments environments, Freshness freshness) {
        this(
                environments,
                freshness,
                EdgeSettings.configured().text(EdgeSetting.DATA).map(Path::of));
    }

    Backup(LiveEnvironments environments, Freshness freshness, Optional<Path> data) {
        this.environments = environments;
        this.freshness = freshness;
        this.data = data;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "jackstaff-backup");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Serves what was kept of this origin, and keeps what is served from now on. Without a directory for the edge's data
     * there is no backup.
     */
    public synchronized void open(String origin) {
        if (data.isEmpty()) {
            LOG.warning(
                    "There is no jackstaff.edge.data: without a directory, this edge cannot start without its upstream.");
            return;
        }
        try {
            files = new BackupFiles(data.get().resolve("snapshots").toAbsolutePath(), origin).open();
            restore(files);
        } catch (IOException unusable) {
            failed("Snapshots cannot be kept in " + data.get(), unusable);
        }
        Future<?> untilStopped = worker.scheduleWithFixedDelay(
                this::writeIndex, INDEX_INTERVAL.toMillis(), INDEX_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Keeping snapshots: {0}.", untilStopped);
    }

    private void restore(BackupFiles files) throws IOException {
        Map<String, Sealed> contents = new HashMap<>();
        files.all().forEach(content -> contents.put(content.name(), content));
        Sealed sealed = contents.remove(INDEX);
        Index index = sealed == null ? Index.EMPTY : Index.of(sealed.content());
        for (Sealed content : contents.values()) {
            try {
                restore(
                        SnapshotReader.read(content.content()),
                        index.environments().get(content.name()));
            } catch (DocumentException unreadable) {
                LOG.log(Level.WARNING, "The backup of " + content.name() + " is refused.", unreadable);
            }
        }
        index.admitted().forEach(key -> environments.admit(key.environment(), key.credential()));
        if (!kept.isEmpty()) {
            environments.restored();
            LOG.log(Level.INFO, "Serving {0} environments from the backup.", kept.size());
        }
    }

    private void restore(Snapshot snapshot, Index.@Nullable Entry entry) {
        SnapshotHead head = SnapshotHead.of(snapshot);
        if (entry != null && head.precedes(entry.head())) {
            Object[] details = {
                snapshot.key(),
                Long.toString(snapshot.revision()),
                Long.toString(entry.head().revision())
            };
            LOG.log(Level.WARNING, "The backup of {0} at revision {1} is refused: revision {2} was kept.", details);
            return;
        }
        environments.serve(snapshot);
        kept.put(snapshot.key(), head);
        Instant confirmed = entry == null ? snapshot.changedAt() : entry.confirmedAt();
        Duration age = Duration.between(confirmed, Instant.now());
        freshness.confirm(snapshot.key(), age.isNegative() ? Duration.ZERO : age);
    }

    /** Keeps a snapshot soon. */
    public void keep(Snapshot snapshot) {
        synchronized (due) {
            due.put(snapshot.key(), snapshot);
        }
        if (!worker.isShutdown()) {
            worker.execute(this::write);
        }
    }

    /** Keeps a snapshot before this returns, or, where that fails, nothing of its environment. */
    public void keepNow(Snapshot snapshot) {
        synchronized (due) {
            due.put(snapshot.key(), snapshot);
        }
        write();
    }

    /** Forgets an environment's snapshot. */
    public synchronized void drop(String key) {
        synchronized (due) {
            due.remove(key);
        }
        forget(key);
        writeIndex();
    }

    /** Why snapshots cannot be kept at the moment; empty where they can. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private synchronized void write() {
        Map<String, Snapshot> latest;
        synchronized (due) {
            latest = new LinkedHashMap<>(due);
            due.clear();
        }
        if (files == null || latest.isEmpty()) {
            return;
        }
        latest.values().forEach(this::write);
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
            recovered();
        } catch (IOException | RuntimeException unwritten) {
            failed("The snapshot of " + snapshot.key() + " cannot be kept", unwritten);
            forget(snapshot.key());
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
            failed("The backup of " + key + " cannot be removed", undeleted);
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
            recovered();
        } catch (IOException | RuntimeException unwritten) {
            failed("The index of what is kept cannot be written", unwritten);
        }
    }

    private void failed(String what, Exception cause) {
        if (trouble == null) {
            LOG.log(Level.SEVERE, what + ". It is tried again with every change.", cause);
        }
        trouble = what;
    }

    private void recovered() {
        if (trouble != null) {
            LOG.info("Snapshots are kept again.");
            trouble = null;
        }
    }

    @PreDestroy
    void stop() {
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
