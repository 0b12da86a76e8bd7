package dev.jackstaff.domain.listing.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.HeldOffQuery;
import dev.jackstaff.domain.listing.EnvironmentSummary;
import dev.jackstaff.domain.listing.EnvironmentSummary.Meaning;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What flags do in each environment, read with one statement for a page of flags. Rules are read by the database alone. */
@ApplicationScoped
public class EnvironmentSummaries {
    private static final String QUERY =
            """
            with recursive near(id) as (
                select unnest(cast(?1 as uuid[]))
                union
                select p.id from near n join flag c on c.id = n.id
                cross join lateral jsonb_array_elements(c.prerequisites) q(needed)
                join flag p on p.project_id = c.project_id and p.key = (q.needed ->> 'flag') collate "C"),
            %s,
            blockers as materialized (
                select distinct on (flag_id, environment_id) flag_id, environment_id, key from held
                order by flag_id, environment_id, place)
            select cast(s.flag_id as text), e.key, s.enabled, cast(s.fallthrough as text), r.n, r.share, r.always, k.due_at,
                h.key
            from flag_state s
            join environment e on e.id = s.environment_id
            cross join lateral (
                select count(*) as n, min(cast(x.rule -> 'rollout' ->> 'basisPoints' as integer)) as share,
                    coalesce(bool_and(x.rule -> 'condition' is null), false) as always
                from jsonb_array_elements(s.rules) x(rule) where x.rule ->> 'enabled' is distinct from 'false') r
            left join lateral (
                select min(w.due_at) as due_at from flag_restoration w
                where not s.enabled and w.flag_id = s.flag_id and w.done_at is null
                    and s.environment_id = any(w.environment_ids)) k on true
            left join blockers h on h.flag_id = s.flag_id and h.environment_id = s.environment_id
            where s.flag_id = any(cast(?1 as uuid[]))
            order by e.sort_order, e.key
            """
                    .formatted(HeldOffQuery.tables("c.id in (select id from near)", "true"));

    private static final int WHOLE = 10_000;

    @Inject
    EntityManager entities;

    /** The summaries of flags, by the id of the flag, each for all environments in their order. */
    public Map<UUID, List<EnvironmentSummary>> of(Collection<UUID> flags) {
        Map<UUID, List<EnvironmentSummary>> found = new HashMap<>();
        if (flags.isEmpty()) {
            return found;
        }
        List<?> rows = entities.createNativeQuery(QUERY)
                .setParameter(1, flags.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> found.computeIfAbsent(
                        UUID.fromString((String) row[0]), absent -> new ArrayList<>())
                .add(summary(row)));
        return found;
    }

    private static EnvironmentSummary summary(Object[] row) {
        boolean enabled = (Boolean) row[2];
        OutcomeDefinition fallthrough = DefinitionReader.outcome((String) row[3]);
        int rules = (int) NativeColumns.number(row[4]);
        int share = row[5] == null ? WHOLE : (int) NativeColumns.number(row[5]);
        Instant returnsAt = row[7] == null ? null : NativeColumns.instant(row[7]);
        FlagKey heldBy = row[8] == null ? null : new FlagKey((String) row[8]);
        List<WeightedVariant> split = fallthrough instanceof OutcomeDefinition.Split one ? one.variants() : List.of();
        boolean shared = rules == 1 && (Boolean) row[6] && share < WHOLE;
        Meaning meaning =
                enabled ? ofOn(heldBy, rules, shared, split) : returnsAt == null ? Meaning.OFF : Meaning.KILLED;
        return new EnvironmentSummary(
                new EnvironmentKey((String) row[1]),
                meaning,
                enabled,
                fallthrough instanceof OutcomeDefinition.Serve one ? one.variant() : null,
                meaning == Meaning.SHARE ? share : WHOLE,
                rules,
                split,
                returnsAt,
                heldBy);
    }

    private static Meaning ofOn(@Nullable FlagKey heldBy, int rules, boolean shared, List<WeightedVariant> split) {
        if (heldBy != null) {
            return Meaning.HELD_OFF;
        }
        if (rules > 0) {
            return shared ? Meaning.SHARE : Meaning.RULES;
        }
        return split.isEmpty() ? Meaning.EVERYONE : Meaning.SPLIT;
    }
}
