package dev.jackstaff.domain.snapshot.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.snapshot.control.SnapshotBuilder;
import dev.jackstaff.engine.snapshot.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The use cases of reading the current snapshots of environments from the database. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
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

    /** The snapshots of some environments of a project, in the order of these; NotFound if it has one of them not. */
    public List<Snapshot> current(ProjectKey project, List<EnvironmentKey> keys) {
        Map<EnvironmentKey, UUID> ids = new HashMap<>();
        projects.environments(project).forEach(environment -> ids.put(environment.key(), environment.id()));
        return inOrder(
                keys,
                builder.build(keys.stream()
                        .flatMap(key -> Optional.ofNullable(ids.get(key)).stream())
                        .toList()));
    }

    /** As above, with no other flags than these and those that they need; with one statement. */
    public List<Snapshot> current(ProjectKey project, List<EnvironmentKey> keys, Collection<String> flags) {
        return inOrder(keys, builder.build(project, keys, flags));
    }

    private static List<Snapshot> inOrder(List<EnvironmentKey> keys, List<Snapshot> built) {
        Map<String, Snapshot> found =
                built.stream().collect(Collectors.toMap(Snapshot::environment, Function.identity()));
        return keys.stream()
                .map(key -> Optional.ofNullable(found.get(key.value()))
                        .orElseThrow(() -> new DomainException.NotFound("environment", key)))
                .toList();
    }
}
