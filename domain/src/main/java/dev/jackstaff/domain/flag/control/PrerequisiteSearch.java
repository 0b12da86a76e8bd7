package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.PrerequisiteGraph.Node;
import dev.jackstaff.domain.flag.PrerequisiteGraph.State;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The flags around a flag, read with one statement. Rules are read by the database alone. */
@ApplicationScoped
public class PrerequisiteSearch {
    /** So many flags are read at most, the nearest. */
    static final int MAX_FLAGS = 60;

    private static final int MAX_DEPTH = 8;

    /** What stands between the keys of variants: chr(31), which no key has. */
    private static final String SEPARATOR = "\u001f";

    private static final String QUERY =
            """
            with recursive needs(child, parent) as materialized (
                select f.key, (q.needed ->> 'flag') collate "C" from project p join flag f on f.project_id = p.id
                cross join lateral jsonb_array_elements(f.prerequisites) q(needed) where p.key = ?1),
            above(key, depth) as (
                select cast(?2 as text) collate "C", 0 union select unnest(cast(?3 as text[])) collate "C", 1
                union select n.parent, a.depth + 1 from above a join needs n on n.child = a.key where a.depth < ?4),
            below(key, depth) as (
                select cast(?2 as text) collate "C", 0
                union select n.child, b.depth + 1 from below b join needs n on n.parent = b.key where b.depth < ?4),
            near(key, depth, total) as (
                select key, depth, count(*) over () from (
                    select key, -min(depth) from above group by key
                    union all select key, min(depth) from below where key <> ?2 group by key) x(key, depth)
                order by abs(depth), depth, key limit ?5)
            select f.key, n.depth, f.archived, f.type = 'boolean', v.off, cast(f.prerequisites as text), e.key, s.enabled,
                s.off_variant, o.served, o.off, n.total
            from near n
            join project p on p.key = ?1
            join flag f on f.project_id = p.id and f.key = n.key
            left join flag_state s on s.flag_id = f.id
            left join environment e on e.id = s.environment_id
            cross join lateral (
                select string_agg(x.variant ->> 'key', chr(31)) as off from json_array_elements(f.variants) x(variant)
                where f.type = 'boolean' and x.variant ->> 'value' = 'false') v
            cross join lateral (
                select string_agg(distinct y.variant, chr(31)) as served, coalesce(bool_or(y.variant is null), false) as off
                from (%s) y(variant)) o
            order by abs(n.depth), n.depth, f.key, e.sort_order, e.key
            """
                    .formatted(HeldOffQuery.SERVED);

    @Inject
    EntityManager entities;

    /**
     * The flags around a flag; none at all if there is no such flag.
     *
     * @param more keys of flags that the flag may come to need
     */
    public PrerequisiteGraph around(ProjectKey project, FlagKey key, Collection<String> more) {
        List<?> rows = entities.createNativeQuery(QUERY)
                .setParameter(1, project.value())
                .setParameter(2, key.value())
                .setParameter(3, NativeColumns.array(more))
                .setParameter(4, MAX_DEPTH)
                .setParameter(5, MAX_FLAGS)
                .getResultList();
        Map<String, List<Object[]>> flags = new LinkedHashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> flags.computeIfAbsent(
                        (String) row[0], absent -> new ArrayList<>())
                .add(row));
        int total = rows.isEmpty() ? 0 : (int) NativeColumns.number(((Object[]) rows.get(0))[11]);
        return new PrerequisiteGraph(
                key, flags.values().stream().map(PrerequisiteSearch::node).toList(), total);
    }

    private static Node node(List<Object[]> rows) {
        Object[] flag = rows.get(0);
        Map<EnvironmentKey, State> states = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row[6] != null)
                .forEach(row -> states.put(
                        new EnvironmentKey((String) row[6]),
                        new State((Boolean) row[7], (String) row[8], words(row[9]), (Boolean) row[10])));
        return new Node(
                new FlagKey((String) flag[0]),
                (int) NativeColumns.number(flag[1]),
                (Boolean) flag[2],
                (Boolean) flag[3],
                words(flag[4]),
                DefinitionReader.prerequisites((String) flag[5]),
                states);
    }

    private static Set<String> words(@Nullable Object column) {
        return column == null ? Set.of() : Set.of(((String) column).split(SEPARATOR));
    }
}
