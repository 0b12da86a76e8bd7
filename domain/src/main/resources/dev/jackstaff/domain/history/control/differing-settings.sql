-- The keys of the flags that may differ between an environment (?1) at a revision (?2) and another of the same project (?3) at a revision
-- (?4): those whose settings differ now, and those that were changed in one of the two since, or in the project. Others have the same
-- settings now, and had them at the revisions.
with sides as (
    select e.id as environment_id, e.project_id, r.revision, r.project_revision
    from (values (cast(?1 as uuid), cast(?2 as bigint)), (cast(?3 as uuid), cast(?4 as bigint))) as v (id, revision)
    join environment e on e.id = v.id
    join environment_revision r on r.environment_id = e.id and r.revision = v.revision),
changed as (
    select v.flag_id
    from sides x join flag_state_version v on v.environment_id = x.environment_id and v.revision > x.revision),
settings as not materialized (
    select environment_id, flag_id, row(enabled, off_variant, fallthrough, rules, variant_values) as content from flag_state),
differing as (
    select a.flag_id
    from settings a join settings b on b.flag_id = a.flag_id
    where a.environment_id = cast(?1 as uuid) and b.environment_id = cast(?3 as uuid) and a.content *<> b.content)
select key from flag where id in (select flag_id from differing union all select flag_id from changed)
union
select v.key from sides x join flag_version v on v.project_id = x.project_id
where v.deleted and v.flag_id in (select flag_id from changed)
union
select v.key from sides x join flag_version v on v.project_id = x.project_id and v.project_revision > x.project_revision
