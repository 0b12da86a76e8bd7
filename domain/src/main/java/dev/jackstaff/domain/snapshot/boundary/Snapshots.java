package dev.jackstaff.domain.snapshot.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.snapshot.control.SnapshotBuilder;
import dev.jackstaff.engine.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use cases of reading the current snapshots of environments from the database. */
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

    /** The snapshots of some environments of a project, in its order of environments; NotFound if it has one of them not. */
    public List<Snapshot> current(ProjectKey projectKey, Collection<EnvironmentKey> keys) {
        Project project = projects.existing(projectKey);
        Map<EnvironmentKey, Environment> present = new LinkedHashMap<>();
        projects.environments(project).forEach(environment -> present.put(environment.key(), environment));
        keys.stream().filter(key -> !present.containsKey(key)).findFirst().ifPresent(missing -> {
            throw new DomainException.NotFound("environment", missing);
        });
        present.keySet().retainAll(keys);
        Map<String, Snapshot> built = new HashMap<>();
        builder.build(present.values().stream().map(Environment::id).toList())
                .forEach(snapshot -> built.put(snapshot.environment(), snapshot));
        return present.keySet().stream()
                .flatMap(key -> Optional.ofNullable(built.get(key.value())).stream())
                .toList();
    }
}
