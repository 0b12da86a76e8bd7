package dev.jackstaff.domain.history.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.boundary.AuditTrail;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.control.FlagIds;
import dev.jackstaff.domain.history.ChangeFilter;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.history.Comparison;
import dev.jackstaff.domain.history.EnvironmentRevisionView;
import dev.jackstaff.domain.history.EnvironmentVersionView;
import dev.jackstaff.domain.history.FlagVersionView;
import dev.jackstaff.domain.history.ProjectVersionView;
import dev.jackstaff.domain.history.SettingsVersionView;
import dev.jackstaff.domain.history.control.ChangeRecordStore;
import dev.jackstaff.domain.history.control.DifferenceSearch;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.history.control.HistoryStore.RecordedRevision;
import dev.jackstaff.domain.history.control.RevisionSnapshots;
import dev.jackstaff.domain.history.control.SharedHistory;
import dev.jackstaff.domain.history.control.VersionStore;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.engine.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The use cases of reading what environments were at earlier revisions. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class History {
    @Inject
    ProjectStore projects;

    @Inject
    HistoryStore store;

    @Inject
    VersionStore versions;

    @Inject
    SharedHistory shared;

    @Inject
    ChangeRecordStore records;

    @Inject
    FlagIds ids;

    @Inject
    RevisionSnapshots snapshots;

    @Inject
    DifferenceSearch differences;

    @Inject
    Revisions revisions;

    @Inject
    AuditTrail trail;

    /** The revisions of an environment with what was changed, latest first. */
    public List<EnvironmentRevisionView> revisions(ProjectKey projectKey, EnvironmentKey key, RevisionQuery query) {
        Project project = projects.existing(projectKey);
        Environment environment = projects.existing(project, key);
        List<RecordedRevision> found = store.revisions(environment, query.below(), query.limit());
        List<Long> ids = found.stream().map(RecordedRevision::change).toList();
        Map<Long, List<AuditEntryView>> changes = trail.ofChanges(ids);
        Map<Long, ChangeRecord> made = records.changes(ids);
        return found.stream()
                .map(revision -> new EnvironmentRevisionView(
                        revision.revision(),
                        revision.at(),
                        revision.projectRevision(),
                        made.get(revision.change()),
                        concerning(project, environment, changes.getOrDefault(revision.change(), List.of()))))
                .toList();
    }

    /** The changes of a project below an id, latest first. */
    public List<ChangeRecord> changes(ProjectKey projectKey, RevisionQuery query) {
        return changes(projectKey, query, ChangeFilter.ALL);
    }

    /** As above, of those that pass a filter. */
    public List<ChangeRecord> changes(ProjectKey projectKey, RevisionQuery query, ChangeFilter filter) {
        return records.changes(projects.existing(projectKey), query.below(), query.limit(), filter);
    }

    /** The number of the latest change of a project; 0 if there is none. */
    public long latestChange(ProjectKey projectKey) {
        return records.latest(projects.existing(projectKey));
    }

    /** The versions of a project's details, latest first. */
    public List<ProjectVersionView> versions(ProjectKey projectKey, RevisionQuery query) {
        return shared.versions(projects.existing(projectKey), query.below(), query.limit()).stream()
                .map(one -> new ProjectVersionView(one.revision(), one.at(), one.version(), one.change()))
                .toList();
    }

    /** The versions of an environment's details, latest first. */
    public List<EnvironmentVersionView> versions(ProjectKey projectKey, EnvironmentKey key, RevisionQuery query) {
        Environment environment = projects.existing(projects.existing(projectKey), key);
        return shared.versions(environment, query.below(), query.limit()).stream()
                .map(one -> new EnvironmentVersionView(one.revision(), one.at(), one.version(), one.change()))
                .toList();
    }

    /** The versions of a flag, latest first. */
    public List<FlagVersionView> versions(ProjectKey projectKey, FlagKey key, RevisionQuery query) {
        FlagIds.Ids found = ids.existing(projectKey, key);
        return versions.versionsOfFlag(found.project(), found.flag(), query.below(), query.limit()).stream()
                .map(one -> new FlagVersionView(
                        one.revision(),
                        one.at(),
                        one.version().archived(),
                        one.version().details(),
                        one.change()))
                .toList();
    }

    /** The versions of a flag's settings in an environment, latest first. */
    public List<SettingsVersionView> versions(
            ProjectKey projectKey, FlagKey key, EnvironmentKey environmentKey, RevisionQuery query) {
        UUID environment = ids.environment(projectKey, environmentKey, key);
        UUID flag = ids.existing(projectKey, key).flag();
        return versions.versionsOfSettings(environment, flag, query.below(), query.limit()).stream()
                .map(one -> new SettingsVersionView(
                        one.revision(), one.at(), one.version().details(), one.change()))
                .toList();
    }

    /**
     * An environment as it was at a revision, without credentials.
     *
     * @throws DomainException.NotFound if the revision does not exist, or is not recorded any more
     */
    public Snapshot at(ProjectKey projectKey, EnvironmentKey key, long revision) {
        Environment environment = projects.existing(projects.existing(projectKey), key);
        return snapshots
                .at(environment, revision)
                .orElseThrow(() -> new DomainException.NotFound("revision", revision));
    }

    /**
     * The revision that an environment had at an instant.
     *
     * @throws DomainException.NotFound if it did not exist then, or that is not recorded any more
     */
    public long revisionAt(ProjectKey projectKey, EnvironmentKey key, Instant instant) {
        Environment environment = projects.existing(projects.existing(projectKey), key);
        return store.revisionAt(environment, instant)
                .orElseThrow(() -> new DomainException.NotFound("revision at", instant));
    }

    /**
     * The values that variants of flags had in an environment only, as of a revision.
     *
     * @param flags flags without such values are left out
     */
    public Map<FlagKey, VariantValues> valuesAt(
            ProjectKey projectKey, EnvironmentKey key, Collection<FlagKey> flags, long revision) {
        Environment environment = projects.existing(projects.existing(projectKey), key);
        Map<FlagKey, VariantValues> found = new HashMap<>();
        for (FlagKey flag : flags) {
            VariantValues values = store.valuesAt(environment, flag, revision);
            if (!values.isEmpty()) {
                found.put(flag, values);
            }
        }
        return found;
    }

    /** Compares two environments, or two revisions of one; NotFound if one of them does not exist. */
    public Comparison compare(RevisionAddress from, RevisionAddress to) {
        Environment one = environment(from);
        Environment other = environment(to);
        long first = revision(one, from);
        long second = revision(other, to);
        Set<FlagKey> keys = differences.flags(one, first, other, second);
        return Comparison.of(at(one, first, keys), at(other, second, keys));
    }

    private Environment environment(RevisionAddress address) {
        return projects.existing(projects.existing(address.project()), address.environment());
    }

    private long revision(Environment environment, RevisionAddress address) {
        return address.revision().orElseGet(() -> revisions.of(environment));
    }

    private Snapshot at(Environment environment, long revision, Set<FlagKey> flags) {
        return snapshots
                .at(environment, revision, flags)
                .orElseThrow(() -> new DomainException.NotFound("revision", revision));
    }

    /** The entries of a change that concern an environment; a change may concern others too. */
    private static List<AuditEntryView> concerning(
            Project project, Environment environment, List<AuditEntryView> changes) {
        return changes.stream()
                .filter(change -> change.project().isEmpty()
                        || change.project().equals(project.key().value()))
                .filter(change -> change.environment().isEmpty()
                        || change.environment().equals(environment.key().value()))
                .toList();
    }
}
