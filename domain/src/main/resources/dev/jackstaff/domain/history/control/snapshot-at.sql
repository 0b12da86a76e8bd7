-- The snapshot document of an environment (?1) as of one of its revisions (?2), without credentials, in the grammar of the engine's
-- SnapshotReader, with all flags or those that the placeholders choose by ?3. Each flag, state and segment is the latest version that is not later than the revision, found by the index: the time
-- does not grow with the number of versions.
with moment as (
    select r.revision, r.project_revision, r.at, e.id as environment_id, e.key as environment, p.id as project_id, p.key as project
    from environment_revision r
    join environment e on e.id = r.environment_id
    join project p on p.id = e.project_id
    where r.environment_id = cast(?1 as uuid) and r.revision = ?2),
flags as (
    select v.*
    from moment m
    cross join lateral (
        select f.id from flag f where f.project_id = m.project_id%1$s
        union select d.flag_id from flag_version d where d.project_id = m.project_id and d.deleted%1$s) known
    cross join lateral (
        select * from flag_version v
        where v.project_id = m.project_id and v.flag_id = known.id and v.project_revision <= m.project_revision
        order by v.project_revision desc limit 1) v
    where not v.deleted and not v.archived),
segments as (
    select v.*
    from moment m
    cross join lateral (
        select g.id from segment g where g.project_id = m.project_id
        union select d.segment_id from segment_version d where d.project_id = m.project_id and d.deleted) known
    cross join lateral (
        select * from segment_version v
        where v.project_id = m.project_id and v.segment_id = known.id and v.project_revision <= m.project_revision
        order by v.project_revision desc limit 1) v
    where not v.deleted)
select cast(json_build_object(
    'format', 1,
    'project', m.project,
    'environment', m.environment,
    'environmentId', m.environment_id,
    'revision', m.revision,
    'changedAt', to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'flags', (
        select coalesce(json_agg(json_build_object(
            'key', f.key,
            'type', f.type,
            'enabled', s.enabled,
            'serverOnly', f.server_only,
            'variants', environment_variants(f.variants, s.variant_values),
            case when s.off_variant is null then 'none' else 'offVariant' end, coalesce(s.off_variant, ''),
            'fallthrough', s.fallthrough,
            'prerequisites', f.prerequisites,
            'bucketing', coalesce(f.traits ->> 'bucketing', 'murmur3/1'),
            'metadata', coalesce(f.traits -> 'metadata', '{}'),
            'rules', s.rules) order by f.key), '[]')
        from flags f
        cross join lateral (
            select * from flag_state_version v
            where v.environment_id = m.environment_id and v.flag_id = f.flag_id and v.revision <= m.revision
            order by v.revision desc limit 1) s),
    'segments', (
        select coalesce(json_agg(json_build_object('key', g.key, 'condition', g.condition) order by g.key), '[]')
        from segments g),
    'credentials', json_build_array())
    as text)
from moment m
