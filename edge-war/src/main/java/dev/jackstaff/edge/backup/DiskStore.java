package dev.jackstaff.edge.backup;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.background.Outage;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The backup in a directory of the edge. Only the latest pending snapshot of each environment is written, on one
 * thread; a snapshot that revokes keys is written by the caller.
 */
final class DiskStore implements SnapshotStore {
    private static final String INDEX = "index";
    private static final Duration WRITE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(DiskStore.class.getName());

    private final LiveEnvironments environments;
    private final Freshness freshness;
    private final Path data;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "Storing snapshots on disk");
    private final BackgroundLoop loop = new BackgroundLoop("jackstaff-backup", "Storing snapshots on disk", () -> {
        writePending();
        return WRITE_INTERVAL;
    });

    /** The snapshots still to be written; guarded by itself. */
    private final Map<String, Snapshot> pending = new LinkedHashMap<>();

    /** The heads of the snapshots on disk; guarded by this, as is all writing. */
    private final Map<String, SnapshotHead> storedHeads = new HashMap<>();

    private BackupIndex writtenIndex = BackupIndex.EMPTY;
    private @Nullable BackupDirectory files;

    /** A store in the edge's data directory. */
    DiskStore(LiveEnvironments environments, Freshness freshness, Path data) {
        this(environments, freshness, data, Clock.systemUTC());
    }

    DiskStore(LiveEnvironments environments, Freshness freshness, Path data, Clock clock) {
        this.clock = clock;
        this.environments = environments;
        this.freshness = freshness;
        this.data = data;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public synchronized List<RestoredSnapshot> load(String origin) {
        List<RestoredSnapshot> restored = new ArrayList<>();
        try {
            files = new BackupDirectory(data.resolve("snapshots").toAbsolutePath(), origin).open();
            restored.addAll(restore(files));
        } catch (IOException unusable) {
            outage.recordFailure("Snapshots cannot be kept in " + data, unusable);
        }
        loop.start(WRITE_INTERVAL);
        return restored;
    }

    private List<RestoredSnapshot> restore(BackupDirectory files) throws IOException {
        Map<String, BackupEnvelope> contents = new HashMap<>();
        files.readAll().forEach(content -> contents.put(content.name(), content));
        BackupEnvelope indexEnvelope = contents.remove(INDEX);
        BackupIndex index = indexEnvelope == null ? BackupIndex.EMPTY : BackupIndex.parse(indexEnvelope.content());
        List<RestoredSnapshot> restored = new ArrayList<>();
        for (BackupEnvelope content : contents.values()) {
            try {
                Snapshot snapshot = SnapshotReader.read(content.content());
                restore(snapshot, index.environments().get(content.name())).ifPresent(restored::add);
            } catch (DocumentException unreadable) {
                LOG.log(Level.WARNING, "The stored snapshot of " + content.name() + " is refused.", unreadable);
            }
        }
        index.admittedKeys().forEach(key -> environments.admitKey(key.environment(), key.credential()));
        return restored;
    }

    private Optional<RestoredSnapshot> restore(Snapshot snapshot, BackupIndex.@Nullable Entry entry) {
        SnapshotHead head = SnapshotHead.of(snapshot);
        if (entry != null && head.precedes(entry.head())) {
            Object[] details = {
                snapshot.key(),
                Long.toString(snapshot.revision()),
                Long.toString(entry.head().revision())
            };
            LOG.log(
                    Level.WARNING,
                    "The stored snapshot of {0} at revision {1} is refused: the index names revision {2}.",
                    details);
            return Optional.empty();
        }
        storedHeads.put(snapshot.key(), head);
        Instant confirmed = entry == null ? snapshot.changedAt() : entry.confirmedAt();
        return Optional.of(new RestoredSnapshot(snapshot, Duration.between(confirmed, clock.instant())));
    }

    @Override
    public void store(Snapshot snapshot) {
        synchronized (pending) {
            pending.put(snapshot.key(), snapshot);
        }
        loop.execute(this::write);
    }

    @Override
    public void storeNow(Snapshot snapshot) {
        synchronized (pending) {
            pending.put(snapshot.key(), snapshot);
        }
        write();
    }

    @Override
    public synchronized void delete(String environment) {
        synchronized (pending) {
            pending.remove(environment);
        }
        deleteFile(environment);
        writeIndex();
    }

    @Override
    public Outage outage() {
        return outage;
    }

    private synchronized void write() {
        Map<String, Snapshot> latest;
        synchronized (pending) {
            latest = new LinkedHashMap<>(pending);
            pending.clear();
        }
        latest.values().removeIf(snapshot -> SnapshotHead.of(snapshot).equals(storedHeads.get(snapshot.key())));
        if (files == null || latest.isEmpty()) {
            return;
        }
        latest.values().forEach(this::write);
        writeIndex();
    }

    /** Retries failed writes, and updates the ages in the index. */
    private void writePending() {
        write();
        writeIndex();
    }

    private void write(Snapshot snapshot) {
        BackupDirectory open = files;
        if (open == null) {
            return;
        }
        try {
            open.write(snapshot.key(), SnapshotWriter.write(snapshot));
            storedHeads.put(snapshot.key(), SnapshotHead.of(snapshot));
        } catch (IOException | RuntimeException unwritten) {
            outage.recordFailure("The snapshot of " + snapshot.key() + " cannot be kept", unwritten);
            deleteFile(snapshot.key());
            synchronized (pending) {
                pending.putIfAbsent(snapshot.key(), snapshot);
            }
        }
    }

    private void deleteFile(String key) {
        BackupDirectory open = files;
        storedHeads.remove(key);
        if (open == null) {
            return;
        }
        try {
            open.delete(key);
        } catch (IOException undeleted) {
            outage.recordFailure("The backup of " + key + " cannot be removed", undeleted);
        }
    }

    private synchronized void writeIndex() {
        BackupDirectory open = files;
        if (open == null) {
            return;
        }
        Map<String, BackupIndex.Entry> entries = new HashMap<>();
        Instant now = clock.instant();
        storedHeads.forEach((key, head) -> entries.put(
                key, new BackupIndex.Entry(head, now.minus(freshness.age(key).orElse(Duration.ZERO)))));
        BackupIndex index = new BackupIndex(
                entries,
                environments.admittedKeys().entrySet().stream()
                        .flatMap(keys -> keys.getValue().stream()
                                .map(credential -> new BackupIndex.AdmittedKey(keys.getKey(), credential)))
                        .toList());
        if (index.equals(writtenIndex)) {
            return;
        }
        try {
            open.write(INDEX, index.toJson());
            writtenIndex = index;
            synchronized (pending) {
                if (pending.isEmpty()) {
                    outage.recordSuccess();
                }
            }
        } catch (IOException | RuntimeException unwritten) {
            outage.recordFailure("The index of what is kept cannot be written", unwritten);
        }
    }

    @Override
    public void stop() {
        loop.stop(STOP_LIMIT);
        write();
        writeIndex();
    }
}
