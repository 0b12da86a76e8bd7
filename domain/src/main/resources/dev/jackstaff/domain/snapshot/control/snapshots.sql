-- The snapshot documents of some environments, in the grammar of the engine's SnapshotReader.
-- One statement, because one statement sees one moment: the revision and all it stands for.
-- The member "none" is one that readers skip: json has no way to leave a member out.
select cast(json_build_object(
    'format', 1,
    'project', p.key,
    'environment', e.key,
    'environmentId', e.id,
    'revision', e.revision,
    'changedAt', to_char(e.revision_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
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
        from flag f join flag_state s on s.flag_id = f.id and s.environment_id = e.id
        where f.project_id = p.id and not f.archived and ${flags}),
    'segments', (
        select coalesce(json_agg(json_build_object('key', g.key, 'condition', g.condition) order by g.key), '[]')
        from segment g where g.project_id = p.id),
    'credentials', (
        select coalesce(json_agg(json_build_object(
            'id', k.id,
            'hash', k.hash,
            'kind', k.kind,
            case when k.expires_at is null then 'none' else 'expiresAt' end,
            coalesce(to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''))
            order by k.created_at, k.id), '[]')
        from api_key k
        where k.environment_id = e.id and k.kind in ('server', 'client') and k.revoked_at is null),
    'edges', (
        select coalesce(json_agg(json_build_object(
            'id', k.id,
            'hash', k.hash,
            'kind', k.kind,
            'everywhere', k.environment_id is null,
            case when k.expires_at is null then 'none' else 'expiresAt' end,
            coalesce(to_char(k.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''))
            order by k.created_at, k.id), '[]')
        from api_key k
        where (k.environment_id = e.id or k.environment_id is null) and k.kind = 'edge' and k.revoked_at is null))
    as text)
from environment e join project p on p.id = e.project_id
where e.id = any (cast(?1 as uuid[]))
