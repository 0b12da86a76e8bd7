package dev.jackstaff.domain.preference.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.preference.SavedView;
import dev.jackstaff.domain.preference.SavedViewDetails;
import dev.jackstaff.domain.preference.control.SavedViewStore;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The use cases of saved views of a project's list of flags. Forbidden for actors who are no users. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class SavedViews {
    /** The most views that one person saves in a project. */
    public static final int MAX = 50;

    @Inject
    SavedViewStore store;

    @Inject
    ProjectStore projects;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /** The views that the person sees: those that are not shared first, each by name. */
    public List<SavedView> list(ProjectKey project) {
        return store.list(currentActor.login().user(), project);
    }

    /** Saves a view; Conflict if the person has saved too many in the project. */
    public SavedView create(ProjectKey projectKey, SavedViewDetails details) {
        UUID user = currentActor.login().user();
        Project project = projects.existingForUpdate(projectKey);
        if (store.count(user, project) >= MAX) {
            throw new DomainException.Conflict("you have " + MAX + " saved views here, which is the most");
        }
        UUID id = UUID.randomUUID();
        store.add(id, user, project, details, clock.instant());
        return existing(user, project, id);
    }

    /** Changes a view of the person, or NotFound. */
    public SavedView update(ProjectKey projectKey, UUID id, SavedViewDetails details) {
        UUID user = currentActor.login().user();
        Project project = projects.existingForUpdate(projectKey);
        if (!store.replace(id, user, project, details)) {
            throw new DomainException.NotFound("saved view", id);
        }
        return existing(user, project, id);
    }

    /** Removes a view of the person, or NotFound. */
    public void delete(ProjectKey projectKey, UUID id) {
        if (!store.remove(id, currentActor.login().user(), projects.existingForUpdate(projectKey))) {
            throw new DomainException.NotFound("saved view", id);
        }
    }

    private SavedView existing(UUID user, Project project, UUID id) {
        return store.list(user, project.key()).stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("saved view", id));
    }
}
