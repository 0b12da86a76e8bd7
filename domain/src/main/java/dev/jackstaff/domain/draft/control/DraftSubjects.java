package dev.jackstaff.domain.draft.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What drafts of the person who asks are about, and whether that person may change it. */
@ApplicationScoped
public class DraftSubjects {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    HistoryStore history;

    @Inject
    Revisions revisions;

    @Inject
    AccessPolicy policy;

    @Inject
    CurrentActor currentActor;

    /** The person who asks; Forbidden for a key. */
    public UUID user() {
        return currentActor.login().user();
    }

    /** A flag, or NotFound. */
    public Flag flag(ProjectKey project, FlagKey key) {
        return flags.existing(projects.existing(project), key);
    }

    /** The settings of a flag in an environment, or its details if there is none; NotFound if one does not exist. */
    public DraftSubject<?> find(ProjectKey projectKey, FlagKey key, @Nullable EnvironmentKey environment) {
        return environment == null ? details(projectKey, key) : settings(projectKey, key, environment);
    }

    /** The details of a flag. */
    public DetailsSubject details(ProjectKey projectKey, FlagKey key) {
        Project project = projects.existing(projectKey);
        DraftPlace place = new DraftPlace(user(), project, flags.existing(project, key), null);
        return new DetailsSubject(place, history, revisions);
    }

    /** The settings of a flag. */
    public SettingsSubject settings(ProjectKey projectKey, FlagKey key, EnvironmentKey environmentKey) {
        Project project = projects.existing(projectKey);
        Environment environment = projects.existing(project, environmentKey);
        DraftPlace place = new DraftPlace(user(), project, flags.existing(project, key), environment);
        return new SettingsSubject(place, environment, history, revisions);
    }

    /** Refuses steps that the person may not take. */
    public void requirePermissions(ProjectKey project, List<ChangeStep> steps) {
        Actor actor = currentActor.actor();
        steps.forEach(step -> policy.require(actor, step.instruction().permission(), step.scope(project)));
    }

    /** Whether the person may still change what a draft changes. */
    public boolean isPermitted(DraftView draft) {
        try {
            requirePermissions(draft.project(), draft.steps());
            return true;
        } catch (DomainException.Forbidden taken) {
            return false;
        }
    }
}
