package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.control.SegmentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The look-up of what an import may change and must not change. */
@ApplicationScoped
public class ImportTargets {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    SegmentStore segments;

    /** The environment with what its project has; the caller holds the project's lock. */
    public ImportTarget find(Project project, EnvironmentKey environmentKey) {
        Environment environment = projects.existing(project, environmentKey);
        return new ImportTarget(
                project,
                environment,
                ImportTarget.byKey(flags.all(project.id()), Flag::key),
                ImportTarget.byKey(
                        segments.all(project), segment -> segment.key().value()),
                flags.states(environment).stream().collect(Collectors.toMap(FlagState::flagId, Function.identity())),
                elsewhere(project, environment));
    }

    private Map<UUID, Map<EnvironmentKey, FlagState>> elsewhere(Project project, Environment imported) {
        Map<UUID, Map<EnvironmentKey, FlagState>> states = new HashMap<>();
        for (Environment other : projects.environments(project)) {
            if (!other.id().equals(imported.id())) {
                flags.states(other).forEach(state -> states.computeIfAbsent(state.flagId(), id -> new LinkedHashMap<>())
                        .put(other.key(), state));
            }
        }
        return states;
    }
}
