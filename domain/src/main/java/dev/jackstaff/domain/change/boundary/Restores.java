package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeState;
import dev.jackstaff.domain.attribute.control.AttributeStore;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.RestoreFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.SegmentLifecycle.RestoreSegment;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.history.control.SharedHistory;
import dev.jackstaff.domain.history.control.VersionStore;
import dev.jackstaff.domain.history.control.VersionStore.FlagVersion;
import dev.jackstaff.domain.history.control.VersionStore.SegmentVersion;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.control.SegmentStore;
import dev.jackstaff.domain.segment.entity.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The use case of making things as they were at a revision. It is a change like any other: what differs is changed back by
 * instructions. What did not exist at the revision stays as it is.
 */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Restores {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    SegmentStore segments;

    @Inject
    VersionStore versions;

    @Inject
    SharedHistory shared;

    @Inject
    AttributeStore attributes;

    @Inject
    Changes changes;

    /**
     * Restores.
     *
     * @param dryRun true to be told what would be done, and nothing else
     * @throws DomainException.NotFound if a revision is not recorded, or a flag did not exist then
     * @throws DomainException.Conflict if somebody else changed, since the base, what would be changed back
     */
    public ChangeResult restore(
            ProjectKey projectKey, RestoreRequest request, ChangeBase base, ChangeNote note, boolean dryRun) {
        Project project = projects.existingForUpdate(projectKey);
        List<ChangeStep> steps = new ArrayList<>();
        request.projectRevision().ifPresent(revision -> {
            refuseUnless(versions.isRecorded(project, revision), revision);
            if (request.isEverything()) {
                addDefinitions(project, revision, steps);
            }
            addSegments(project, request, revision, steps);
            addFlags(project, request, revision, steps);
        });
        EnvironmentKey environment = request.environment();
        if (environment != null) {
            addSettings(project, projects.existing(project, environment), request, steps);
        }
        return changes.run(projectKey, new ChangeRequest(steps, base, note), dryRun);
    }

    private static void refuseUnless(boolean recorded, long revision) {
        if (!recorded) {
            throw new DomainException.NotFound("revision", revision);
        }
    }

    /** The names and descriptions of the project, its environments and its attributes. */
    private void addDefinitions(Project project, long revision, List<ChangeStep> steps) {
        shared.projectAt(project, revision)
                .map(then -> InstructionsBetween.project(project.details(), then))
                .ifPresent(edits -> steps.addAll(ChangeStep.of(edits)));
        for (Environment environment : projects.environments(project)) {
            shared.environmentAt(environment, revision)
                    .map(then -> InstructionsBetween.environment(environment.key(), environment.details(), then))
                    .ifPresent(edits -> steps.addAll(ChangeStep.of(edits)));
        }
        shared.attributesAt(project, revision).forEach((key, then) -> {
            AttributeName name = new AttributeName(key);
            AttributeState now = attributes
                    .find(project, name)
                    .map(present -> new AttributeState(present.details()))
                    .orElse(AttributeState.UNDEFINED);
            steps.addAll(ChangeStep.of(InstructionsBetween.attribute(name, now, then)));
        });
    }

    private void addFlags(Project project, RestoreRequest request, long revision, List<ChangeStep> steps) {
        Map<UUID, FlagVersion> then = versions.flagsAt(project, revision);
        Map<UUID, FlagVersion> latest = versions.flagsAt(project, Long.MAX_VALUE);
        Map<UUID, Flag> present =
                flags.all(project.id()).stream().collect(Collectors.toMap(Flag::id, Function.identity()));
        request.flags().stream()
                .filter(key -> then.values().stream()
                        .noneMatch(version -> version.key().equals(key) && !version.deleted()))
                .findFirst()
                .ifPresent(key -> {
                    throw new DomainException.NotFound("flag of revision " + revision, key);
                });
        then.values().stream()
                .filter(version -> !version.deleted() && request.concerns(version.key()))
                .sorted(Comparator.comparing(version -> version.key().value()))
                .forEach(version -> addFlag(
                        version,
                        Optional.ofNullable(latest.get(version.id())).orElse(version),
                        present.containsKey(version.id()),
                        steps));
    }

    private static void addFlag(FlagVersion then, FlagVersion latest, boolean exists, List<ChangeStep> steps) {
        if (!exists) {
            steps.add(new ChangeStep(new RestoreFlag(then.key(), then.id()), null));
        }
        List<ChangeStep> edits =
                ChangeStep.of(InstructionsBetween.details(then.key(), latest.details(), then.details()));
        boolean archived = latest.archived();
        if (archived && (!edits.isEmpty() || !then.archived())) {
            steps.add(new ChangeStep(new UnarchiveFlag(then.key()), null));
            archived = false;
        }
        steps.addAll(edits);
        if (then.archived() && !archived) {
            steps.add(new ChangeStep(new ArchiveFlag(then.key()), null));
        }
    }

    private void addSegments(Project project, RestoreRequest request, long revision, List<ChangeStep> steps) {
        Map<UUID, SegmentDetails> latest = versions.segmentsAt(project, Long.MAX_VALUE).stream()
                .collect(Collectors.toMap(SegmentVersion::id, SegmentVersion::details));
        Map<UUID, Segment> present =
                segments.all(project).stream().collect(Collectors.toMap(Segment::id, Function.identity()));
        List<SegmentVersion> then = versions.segmentsAt(project, revision).stream()
                .filter(version -> !version.deleted())
                .toList();
        request.segments().stream()
                .filter(key -> then.stream().noneMatch(version -> version.key().equals(key)))
                .findFirst()
                .ifPresent(key -> {
                    throw new DomainException.NotFound("segment of revision " + revision, key);
                });
        for (SegmentVersion version : then) {
            if (request.concerns(version.key())) {
                if (!present.containsKey(version.id())) {
                    steps.add(new ChangeStep(new RestoreSegment(version.key(), version.id()), null));
                }
                SegmentDetails now = latest.getOrDefault(version.id(), version.details());
                steps.addAll(ChangeStep.of(InstructionsBetween.segment(version.key(), now, version.details())));
            }
        }
    }

    private void addSettings(Project project, Environment environment, RestoreRequest request, List<ChangeStep> steps) {
        long revision = request.revision().orElseThrow();
        refuseUnless(versions.isRecorded(environment, revision), revision);
        List<Flag> concerned = concerned(project, request);
        List<UUID> ids = concerned.stream().map(Flag::id).toList();
        Map<UUID, FlagSettings> then = versions.settingsAt(environment, revision, ids);
        Map<UUID, FlagState> present = flags.states(environment, ids).stream()
                .collect(Collectors.toMap(FlagState::flagId, Function.identity()));
        for (Flag flag : concerned) {
            FlagSettings settings = then.get(flag.id());
            FlagState state = present.get(flag.id());
            if (settings != null && state != null) {
                steps.addAll(ChangeStep.in(
                        environment.key(),
                        InstructionsBetween.settings(
                                flag.key(), state.settings().details(), settings.details())));
            } else if (request.flags().contains(flag.key())) {
                throw new DomainException.NotFound("flag of revision " + revision, flag.key());
            }
        }
    }

    /** The flags, by key, whose settings come back. Those of archived flags stay. */
    private List<Flag> concerned(Project project, RestoreRequest request) {
        if (request.isEverything()) {
            return flags.unarchived(project);
        }
        return flags.find(project, request.flags()).stream()
                .filter(flag -> !flag.archived() && request.concerns(flag.key()))
                .sorted(Comparator.comparing(flag -> flag.key().value()))
                .toList();
    }
}
