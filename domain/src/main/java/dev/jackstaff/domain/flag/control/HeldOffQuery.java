package dev.jackstaff.domain.flag.control;

/**
 * Which flags are on and held off by a prerequisite, as parts of statements. They decide as
 * {@link dev.jackstaff.domain.flag.PrerequisiteGraph} does, for many flags at once.
 */
public final class HeldOffQuery {
    /** The variants that the state {@code s} of a flag can serve; null for what turns it off. */
    static final String SERVED =
            """
            select y.variant
            from (select s.fallthrough union all select r.rule -> 'outcome' from jsonb_array_elements(s.rules) r(rule)
                where r.rule ->> 'enabled' is distinct from 'false') z(outcome)
            cross join lateral (
                select z.outcome ->> 'serve' where jsonb_exists(z.outcome, 'serve')
                union all select w.share ->> 'variant' from jsonb_array_elements(z.outcome -> 'split') w(share)
                where cast(w.share ->> 'weight' as integer) > 0
                union all select null where jsonb_exists(z.outcome, 'off')) y(variant)
            """;

    private static final String TABLES =
            """
            needs(child, parent, key, place, variants) as materialized (
                select c.id, p.id, p.key, q.place, coalesce(q.needed -> 'variants', cast('[]' as jsonb))
                from flag c
                cross join lateral jsonb_array_elements(c.prerequisites) with ordinality q(needed, place)
                join flag p on p.project_id = c.project_id and p.key = (q.needed ->> 'flag') collate "C"
                where c.prerequisites <> cast('[]' as jsonb) and %1$s),
            held(flag_id, environment_id, place, key) as (
                select n.child, c.environment_id, n.place, n.key
                from needs n
                join flag_state c on c.flag_id = n.child and c.enabled and %2$s
                join flag p on p.id = n.parent
                left join flag_state s on s.flag_id = n.parent and s.environment_id = c.environment_id
                where p.archived or s.enabled is not true or not exists (
                    select from (%3$s) y(variant) where case
                        when y.variant is null then jsonb_exists(n.variants, coalesce(s.off_variant, ''))
                        when jsonb_array_length(n.variants) > 0 then jsonb_exists(n.variants, y.variant)
                        else p.type <> 'boolean' or (y.variant is distinct from s.off_variant and not exists (
                            select from json_array_elements(p.variants) x(variant)
                            where x.variant ->> 'key' = y.variant and x.variant ->> 'value' = 'false')) end)
                union
                select n.child, c.environment_id, n.place, n.key
                from held h
                join needs n on n.parent = h.flag_id
                join flag_state c on c.flag_id = n.child and c.environment_id = h.environment_id and c.enabled)
            """;

    private HeldOffQuery() {}

    /**
     * The tables of a statement {@code with recursive}. The last, {@code held(flag_id, environment_id, place, key)}, has a row
     * for each prerequisite that holds a flag off in an environment, with its place among those of the flag, and its key.
     *
     * @param flags the condition that a flag {@code c} meets whose prerequisites are asked, directly or by other flags
     * @param states the condition on its state {@code c} in an environment
     */
    public static String tables(String flags, String states) {
        return TABLES.formatted(flags, states, SERVED);
    }
}
