-- Records the first revision of an environment (?1), at the instant ?2.
with begun as (
    insert into environment_revision (environment_id, revision, project_revision, at)
    select e.id, e.revision, p.revision, ?2 from environment e join project p on p.id = e.project_id
    where e.id = cast(?1 as uuid) returning environment_id, revision),
changed as (
    update flag_state s set recorded_version = s.version, recorded_bytes = s.bytes
    from begun b where s.environment_id = b.environment_id
    returning s.environment_id, s.flag_id, b.revision, s.enabled, s.off_variant, s.fallthrough, s.rules, s.rule_ids,
        s.variant_values)
insert into flag_state_version (environment_id, flag_id, revision, enabled, off_variant, fallthrough, rules, rule_ids, variant_values)
select * from changed
