package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.SettingsPart;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.history.control.VersionStore;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The use cases of copying settings to another environment, and flags to other keys. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class FlagCopies {
    /**
     * The copy of a flag.
     *
     * @param name empty for the key
     * @param enabled whether it is on where the other is; otherwise it is off everywhere
     */
    public record Copy(FlagKey key, String name, boolean enabled) {}

    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    VersionStore versions;

    @Inject
    Changes changes;

    /**
     * Makes the settings of flags in one environment like those in another.
     *
     * @param dryRun true to be told what would be done, and nothing else
     */
    public ChangeResult promote(
            ProjectKey projectKey, Promotion promotion, ChangeBase base, ChangeNote note, boolean dryRun) {
        Project project = projects.existingForUpdate(projectKey);
        Environment from = projects.existing(project, promotion.from());
        Environment to = projects.existing(project, promotion.to());
        promotion.flags().forEach(key -> flags.existing(project, key).refuseIfArchived());
        Map<UUID, FlagSettings> source = promotion.revision().isPresent()
                ? recorded(from, promotion.revision().getAsLong())
                : settings(from);
        Map<UUID, FlagSettings> present = settings(to);
        List<ChangeStep> steps = new ArrayList<>();
        for (Flag flag : flags.unarchived(project)) {
            FlagSettings taken = source.get(flag.id());
            FlagSettings now = present.get(flag.id());
            boolean wanted = promotion.flags().isEmpty() || promotion.flags().contains(flag.key());
            if (taken != null && now != null && wanted) {
                FlagStateDetails result = SettingsPart.taken(promotion.parts(), taken.details(), now.details());
                steps.addAll(ChangeStep.in(to.key(), InstructionsBetween.settings(flag.key(), now.details(), result)));
            }
        }
        return changes.run(projectKey, new ChangeRequest(steps, base, note), dryRun);
    }

    private Map<UUID, FlagSettings> recorded(Environment environment, long revision) {
        if (!versions.isRecorded(environment, revision)) {
            throw new DomainException.NotFound("revision", revision);
        }
        return versions.settingsAt(environment, revision);
    }

    private Map<UUID, FlagSettings> settings(Environment environment) {
        return flags.states(environment).stream().collect(Collectors.toMap(FlagState::flagId, FlagState::settings));
    }

    /**
     * Copies a flag, archived or not, to a new key, with its settings in all environments.
     *
     * @param expected the version of the flag that is copied
     */
    @RequiresPermission(Permission.FLAG_CREATE)
    public ChangeResult copy(ProjectKey projectKey, FlagKey key, Copy copy, ChangeNote note, ExpectedVersion expected) {
        Project project = projects.existingForUpdate(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        FlagDetails details = flag.details()
                .withTexts(
                        copy.name(),
                        flag.details().description(),
                        flag.details().owner())
                .withTraits(flag.details().traits().withStale(false));
        List<ChangeStep> steps = new ArrayList<>();
        steps.add(new ChangeStep(new CreateFlag(copy.key(), details), null));
        FlagStateDetails initial = FlagSettings.initial(flag).details();
        Map<UUID, FlagSettings> present =
                flags.states(flag).stream().collect(Collectors.toMap(FlagState::environmentId, FlagState::settings));
        for (Environment environment : projects.environments(project)) {
            FlagSettings settings = present.get(environment.id());
            if (settings != null) {
                FlagStateDetails wanted = settings.withEnabled(copy.enabled() && settings.enabled())
                        .details();
                steps.addAll(
                        ChangeStep.in(environment.key(), InstructionsBetween.settings(copy.key(), initial, wanted)));
            }
        }
        return changes.run(projectKey, new ChangeRequest(steps, ChangeBase.NONE, note), false);
    }
}
