package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The projects that the present actor may see. */
@ApplicationScoped
public class ReadableProjects {
    @Inject
    CurrentActor currentActor;

    @Inject
    AccessPolicy policy;

    public boolean contain(ProjectKey project) {
        return policy.allows(currentActor.actor(), Permission.PROJECT_READ, project.scope());
    }
}
