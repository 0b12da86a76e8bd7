package dev.jackstaff.domain.snapshot.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.snapshot.control.SnapshotBuilder;
import dev.jackstaff.engine.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The use case of reading an environment's current snapshot from the database. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Snapshots {
    @Inject
    ProjectStore projects;

    @Inject
    SnapshotBuilder builder;

    /** Returns the snapshot of an environment, or NotFound. */
    public Snapshot current(ProjectKey project, EnvironmentKey key) {
        Environment environment = projects.existing(projects.existing(project), key);
        return builder.build(List.of(environment.id())).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("environment", key));
    }
}
