package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The intake of snapshots from every upstream: prepares, backs up and serves them. A broken snapshot is refused and
 * logged once; the last good one stays.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class.getName());

    @Inject
    LiveEnvironments environments;

    @Inject
    Freshness freshness;

    @Inject
    Backup backup;

    @Inject
    UpstreamErrors errors;

    @Inject
    HeapBudget budget;

    /** The heads of refused snapshots, so that each is read and logged once. */
    private final Map<String, SnapshotHead> refused = new HashMap<>();

    /** The environments removed before everything was applied once: a late backup must not restore them. */
    private final Set<String> withdrawn = new HashSet<>();

    /**
     * Serves the snapshot in a document, if it is newer.
     *
     * @param key the environment's key as the source names it
     * @return whether the environment is now served at the document's revision or a later one
     */
    public synchronized boolean apply(String key, byte[] document) {
        SnapshotHead head = SnapshotHead.of(document);
        if (!environments.isNewer(key, head)) {
            return true;
        }
        if (head.equals(refused.get(key)) || isTooLarge(key, head, document.length)) {
            return false;
        }
        try {
            Snapshot snapshot = SnapshotReader.read(document);
            if (!snapshot.key().equals(key)) {
                throw new IllegalArgumentException("the document is a snapshot of " + snapshot.key());
            }
            prepareAndServe(snapshot);
            return true;
        } catch (DocumentException broken) {
            refuse(key, head, broken);
        } catch (RuntimeException unforeseen) {
            refuse(key, head, unforeseen);
        }
        return false;
    }

    /**
     * Serves a snapshot, if it is newer, and if the document of another system that it carries is not too large.
     *
     * @throws DocumentException if it carries an invalid document of another system
     */
    public synchronized void apply(Snapshot snapshot) {
        ForeignDocument foreign = snapshot.foreign();
        SnapshotHead head = SnapshotHead.of(snapshot);
        if (foreign != null
                && environments.isNewer(snapshot.key(), head)
                && isTooLarge(snapshot.key(), head, foreign.document().json().length())) {
            return;
        }
        prepareAndServe(snapshot);
    }

    private void prepareAndServe(Snapshot snapshot) {
        environments.prepare(snapshot).ifPresent(this::storeAndServe);
    }

    private boolean isTooLarge(String key, SnapshotHead head, long bytes) {
        boolean known = budget.hasRefused(key, head);
        Optional<String> reason = budget.refusal(key, head, bytes);
        if (reason.isPresent() && !known) {
            errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
            LOG.log(Level.SEVERE, "A snapshot of {0} is refused; the last good one stays served: {1}.", new Object[] {
                key, reason.get()
            });
        }
        return reason.isPresent();
    }

    private void storeAndServe(ServedEnvironment prepared) {
        backUp(prepared.snapshot());
        if (environments.swapIn(prepared)) {
            refused.remove(prepared.key());
            budget.forget(prepared.key());
            withdrawn.remove(prepared.key());
            logServed(prepared);
        }
    }

    /**
     * Backs up a snapshot before it is served; at once if it revokes keys, so that a revoked key stays revoked after a
     * restart.
     */
    private void backUp(Snapshot snapshot) {
        if (revokesKeys(snapshot)) {
            backup.storeNow(snapshot);
        } else {
            backup.store(snapshot);
        }
    }

    private boolean revokesKeys(Snapshot snapshot) {
        ServedEnvironment served = environments.environment(snapshot.key());
        if (served == null) {
            return false;
        }
        Set<Credential> removed = new HashSet<>(served.snapshot().credentials());
        removed.addAll(served.snapshot().edgeCredentials());
        snapshot.credentials().forEach(removed::remove);
        snapshot.edgeCredentials().forEach(removed::remove);
        return !removed.isEmpty();
    }

    /** Stops serving an environment that its upstream removed. */
    public synchronized void withdraw(String key) {
        LOG.log(Level.INFO, "{0} was removed upstream and is no longer served.", key);
        withdrawn.add(key);
        environments.withdraw(key);
        budget.forget(key);
        freshness.forget(key);
        backup.delete(key);
    }

    /** Stops serving every environment except these. */
    public synchronized void retainOnly(Set<String> keys) {
        Set<String> removed = new HashSet<>(environments.environments().keySet());
        removed.removeAll(keys);
        removed.forEach(this::withdraw);
    }

    /**
     * Confirms the served snapshot of an environment as the newest.
     *
     * @param age the age of the source's own snapshot; zero if the source is the origin
     */
    public synchronized void confirm(String key, Duration age) {
        if (environments.environment(key) != null) {
            freshness.confirm(key, age);
        }
    }

    /**
     * Confirms the served snapshot of an environment, if it is the one that the source says is the newest. A source that
     * has an older one confirms nothing; that is said.
     *
     * @param age the age of the source's own snapshot; zero if the source is the origin
     */
    public synchronized void confirm(String key, SnapshotHead newest, Duration age) {
        if (environments.isAhead(key, newest)) {
            if (freshness.recordAhead(key)) {
                LOG.log(
                        Level.WARNING,
                        "{0} is served at a later revision than its upstream has ({1}): the upstream went back, and does not"
                                + " confirm what is served.",
                        new Object[] {key, Long.toString(newest.revision())});
            }
        } else if (!environments.isNewer(key, newest)) {
            confirm(key, age);
        }
    }

    /** Marks the environments as complete: everything of the upstream was applied once. */
    public synchronized void markComplete() {
        withdrawn.clear();
        environments.markComplete();
    }

    /**
     * Marks the environments as restored: everything that the source restored after its own restart was applied once.
     */
    public synchronized void restored() {
        environments.markRestored();
    }

    /**
     * Serves a snapshot from a backup.
     *
     * @param late whether the upstream may have answered meanwhile; its answer then wins
     * @return whether it is served
     * @throws DocumentException if it carries an invalid document of another system
     */
    public synchronized boolean restore(Snapshot snapshot, Duration age, boolean late) {
        String key = snapshot.key();
        boolean superseded =
                environments.isComplete() || withdrawn.contains(key) || environments.environment(key) != null;
        if (late && superseded) {
            return false;
        }
        environments.serve(snapshot);
        freshness.confirm(key, age);
        backup.store(snapshot);
        return true;
    }

    private void refuse(String key, SnapshotHead head, RuntimeException cause) {
        refused.put(key, head);
        errors.record(UpstreamErrors.ErrorKind.DOCUMENT);
        LOG.log(Level.SEVERE, "A snapshot of " + key + " is refused; the last good one stays served.", cause);
    }

    private static void logServed(ServedEnvironment served) {
        String key = served.key();
        LOG.log(Level.FINE, "Serving {0} at revision {1}.", new Object[] {key, Long.toString(served.revision())});
        for (CompilationProblem problem : served.flags().problems()) {
            Object[] details = {problem.flag(), key, problem.message()};
            LOG.log(Level.WARNING, "Flag {0} of {1} cannot be evaluated: {2}.", details);
        }
    }
}
