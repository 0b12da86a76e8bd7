-- Raises the revisions of the environments that the first placeholder chooses by ?1, at the instant ?2, to ?3 at least; queues them for
-- publication, and records what changed. The second placeholder is the environment's size afterwards.
with touched as (
    select id, content_bytes from environment where %s order by id for no key update),
raised as (
    update environment e set revision = greatest(e.revision + 1, ?3), revision_at = ?2,
        content_bytes = %s
    from touched t where e.id = t.id
    returning e.id, e.project_id, e.key, e.revision,
        e.content_bytes as bytes, t.content_bytes as bytes_before),
queued as (
    insert into outbox (environment_id, snapshot_key, revision)
    select r.id, p.key || '/' || r.key, r.revision from raised r join project p on p.id = r.project_id),
numbered as (
    insert into environment_revision (environment_id, revision, project_revision, at)
    select r.id, r.revision, p.revision, ?2 from raised r join project p on p.id = r.project_id),
changed as (
    update flag_state s set recorded_version = s.version, recorded_bytes = s.bytes
    from raised r where s.environment_id = r.id and s.version <> s.recorded_version
    returning s.environment_id, s.flag_id, r.revision, s.enabled, s.off_variant, s.fallthrough, s.rules, s.rule_ids,
        s.variant_values),
recorded as (
    insert into flag_state_version
        (environment_id, flag_id, revision, enabled, off_variant, fallthrough, rules, rule_ids, variant_values)
    select * from changed)
select cast(id as text), revision, key, bytes_before, bytes from raised
