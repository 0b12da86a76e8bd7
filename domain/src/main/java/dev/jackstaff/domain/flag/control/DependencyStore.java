package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the flags of a project need, read without the rest of them. */
@ApplicationScoped
public class DependencyStore {
    private static final String FLAGS =
            "select key, archived, cast(prerequisites as text) from flag where project_id = cast(?1 as uuid) order by key";

    /** Rules that name no segment are not read. */
    private static final String USES =
            """
            select f.key, f.archived, e.key, cast(s.rules as text)
            from flag f
            join flag_state s on s.flag_id = f.id
            join environment e on e.id = s.environment_id
            where f.project_id = cast(?1 as uuid) and cast(s.rules as text) like '%"segment": %'
            order by e.sort_order, e.key, f.key
            """;

    @Inject
    EntityManager entities;

    /** A flag with the keys of the flags that it needs. */
    public record FlagNode(FlagKey key, boolean archived, Set<String> prerequisites) {
        public FlagNode {
            prerequisites = Set.copyOf(prerequisites);
        }
    }

    /** The segments that the rules of a flag name in an environment. */
    public record SegmentUse(FlagKey flag, boolean archived, EnvironmentKey environment, Set<String> segments) {
        public SegmentUse {
            segments = Set.copyOf(segments);
        }
    }

    /** All flags of a project by their keys, archived ones too. */
    public Map<String, FlagNode> flags(Project project) {
        List<?> rows = entities.createNativeQuery(FLAGS)
                .setParameter(1, project.id().toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new FlagNode(new FlagKey((String) row[0]), (Boolean) row[1], flagsOf((String) row[2])))
                .collect(Collectors.toMap(
                        node -> node.key().value(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The flags whose rules name segments, in the order of the environments. */
    public List<SegmentUse> uses(Project project) {
        List<?> rows = entities.createNativeQuery(USES)
                .setParameter(1, project.id().toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SegmentUse(
                        new FlagKey((String) row[0]),
                        (Boolean) row[1],
                        new EnvironmentKey((String) row[2]),
                        segmentsOf((String) row[3])))
                .toList();
    }

    private static Set<String> flagsOf(String prerequisites) {
        return DefinitionReader.prerequisites(prerequisites).stream()
                .map(PrerequisiteDefinition::flag)
                .collect(Collectors.toSet());
    }

    private static Set<String> segmentsOf(String rules) {
        Set<String> segments = new HashSet<>();
        DefinitionReader.rules(rules)
                .forEach(rule -> segments.addAll(DefinitionReferences.segmentsOf(rule.condition())));
        return segments;
    }
}
