package dev.jackstaff.domain.preference.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.preference.control.PreferenceStore;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The use cases of the flags that the person who asks has marked to find again. Forbidden for actors who are no users. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Favourites {
    /** The most favourites of a person, in all projects. */
    public static final int MAX = 500;

    @Inject
    PreferenceStore store;

    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /** The favourites in a project, by key. */
    public List<FlagKey> list(ProjectKey project) {
        return store.favourites(currentActor.login().user(), projects.existing(project));
    }

    /** Marks a flag, if it is not marked; Conflict if the person has marked too many. */
    public void mark(ProjectKey project, FlagKey key) {
        UUID user = currentActor.login().user();
        Flag flag = flags.existing(projects.existing(project), key);
        if (store.count(user) >= MAX) {
            throw new DomainException.Conflict("you have " + MAX + " favourites, which is the most");
        }
        store.mark(user, flag, clock.instant());
    }

    /** Takes the mark of a flag away, if it has one. */
    public void unmark(ProjectKey project, FlagKey key) {
        store.unmark(currentActor.login().user(), flags.existing(projects.existing(project), key));
    }
}
