package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagDependencies.FlagAtDepth;
import dev.jackstaff.domain.flag.boundary.FlagDependencies.SegmentInUse;
import dev.jackstaff.domain.flag.boundary.SegmentDependencies.FlagInEnvironment;
import dev.jackstaff.domain.flag.boundary.SegmentDependencies.SegmentAtDepth;
import dev.jackstaff.domain.flag.control.DependencyStore;
import dev.jackstaff.domain.flag.control.DependencyStore.FlagNode;
import dev.jackstaff.domain.flag.control.DependencyStore.SegmentUse;
import dev.jackstaff.domain.flag.control.Reachability;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.control.SegmentStore;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The use cases of asking what needs what. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Dependencies {
    @Inject
    ProjectStore projects;

    @Inject
    SegmentStore segments;

    @Inject
    DependencyStore store;

    /** The dependencies of a flag, both ways, or NotFound. */
    public FlagDependencies ofFlag(ProjectKey projectKey, FlagKey key) {
        Project project = projects.existing(projectKey);
        Map<String, FlagNode> flags = store.flags(project);
        if (!flags.containsKey(key.value())) {
            throw new DomainException.NotFound("flag", key);
        }
        Map<String, Set<String>> prerequisites = new HashMap<>();
        flags.forEach((flag, node) -> prerequisites.put(flag, node.prerequisites()));
        Map<String, Set<String>> parts = parts(project);
        return new FlagDependencies(
                key,
                flagsFrom(key, prerequisites, flags),
                flagsFrom(key, reversed(prerequisites), flags),
                store.uses(project).stream()
                        .filter(use -> use.flag().equals(key))
                        .flatMap(use -> segmentsOf(use, parts))
                        .toList());
    }

    private static List<FlagAtDepth> flagsFrom(
            FlagKey key, Map<String, Set<String>> edges, Map<String, FlagNode> flags) {
        List<FlagAtDepth> found = new ArrayList<>();
        Reachability.depths(List.of(key.value()), node -> edges.getOrDefault(node, Set.of()))
                .forEach((reached, depth) -> {
                    FlagNode node = flags.get(reached);
                    if (depth > 0 && node != null) {
                        found.add(new FlagAtDepth(node.key(), depth, node.archived()));
                    }
                });
        return found;
    }

    private static Stream<SegmentInUse> segmentsOf(SegmentUse use, Map<String, Set<String>> parts) {
        return Reachability.depths(use.segments(), node -> parts.getOrDefault(node, Set.of())).entrySet().stream()
                .map(reached ->
                        new SegmentInUse(use.environment(), new SegmentKey(reached.getKey()), 1 + reached.getValue()));
    }

    /** The dependencies of a segment, both ways, or NotFound. */
    public SegmentDependencies ofSegment(ProjectKey projectKey, SegmentKey key) {
        Project project = projects.existing(projectKey);
        Map<String, Set<String>> parts = parts(project);
        if (!parts.containsKey(key.value())) {
            throw new DomainException.NotFound("segment", key);
        }
        Map<String, Set<String>> containers = reversed(parts);
        Map<String, Integer> depths =
                Reachability.depths(List.of(key.value()), node -> containers.getOrDefault(node, Set.of()));
        return new SegmentDependencies(
                key,
                segmentsOf(Reachability.depths(List.of(key.value()), node -> parts.getOrDefault(node, Set.of()))),
                segmentsOf(depths),
                store.uses(project).stream()
                        .flatMap(use -> decidedBy(use, depths))
                        .toList());
    }

    private static List<SegmentAtDepth> segmentsOf(Map<String, Integer> depths) {
        return depths.entrySet().stream()
                .filter(reached -> reached.getValue() > 0)
                .map(reached -> new SegmentAtDepth(new SegmentKey(reached.getKey()), reached.getValue()))
                .toList();
    }

    private static Stream<FlagInEnvironment> decidedBy(SegmentUse use, Map<String, Integer> depths) {
        return use.segments().stream()
                .filter(depths::containsKey)
                .map(depths::get)
                .min(Integer::compare)
                .map(depth -> new FlagInEnvironment(use.environment(), use.flag(), 1 + depth, use.archived()))
                .stream();
    }

    private Map<String, Set<String>> parts(Project project) {
        return segments.all(project).stream()
                .collect(Collectors.toMap(
                        segment -> segment.key().value(),
                        segment -> DefinitionReferences.segmentsOf(segment.condition())));
    }

    private static Map<String, Set<String>> reversed(Map<String, ? extends Collection<String>> edges) {
        Map<String, Set<String>> reversed = new HashMap<>();
        edges.forEach((from, all) -> all.forEach(
                to -> reversed.computeIfAbsent(to, none -> new HashSet<>()).add(from)));
        return reversed;
    }
}
