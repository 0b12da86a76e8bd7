-- The snapshot document of an environment (?1) as of one of its revisions (?2), without credentials, in the grammar of the engine's
-- SnapshotReader. Each flag, state and segment is the latest version that is not later than the revision.
with moment as (
    select r.revision, r.project_revision, r.at, e.id as environment_id, e.key as environment, p.id as project_id, p.key as project
    from environment_revision r
    join environment e on e.id = r.environment_id
    join project p on p.id = e.project_id
    where r.environment_id = cast(?1 as uuid) and r.revision = ?2),
flags as (
    select distinct on (v.flag_id) v.*
    from flag_version v join moment m on v.project_id = m.project_id and v.project_revision <= m.project_revision
    order by v.flag_id, v.project_revision desc),
states as (
    select distinct on (v.flag_id) v.*
    from flag_state_version v join moment m on v.environment_id = m.environment_id and v.revision <= m.revision
    order by v.flag_id, v.revision desc),
segments as (
    select distinct on (v.segment_id) v.*
    from segment_version v join moment m on v.project_id = m.project_id and v.project_revision <= m.project_revision
    order by v.segment_id, v.project_revision desc)
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
            'variants', f.variants,
            case when s.off_variant is null then 'none' else 'offVariant' end, coalesce(s.off_variant, ''),
            'fallthrough', s.fallthrough,
            'prerequisites', f.prerequisites,
            'rules', s.rules) order by f.key), '[]')
        from flags f join states s on s.flag_id = f.flag_id
        where not f.deleted and not f.archived),
    'segments', (
        select coalesce(json_agg(json_build_object('key', g.key, 'condition', g.condition) order by g.key), '[]')
        from segments g where not g.deleted),
    'credentials', json_build_array())
    as text)
from moment m
