-- The keys of the flags that may differ between an environment (?1) at a revision (?2) and one of another project (?3) at a
-- revision (?4): those that differ now, and those that were changed in one of the two since. Others are alike now, and were so at the revisions.
with sides as (
    select e.id as environment_id, e.project_id, r.revision, r.project_revision
    from (values (cast(?1 as uuid), cast(?2 as bigint)), (cast(?3 as uuid), cast(?4 as bigint))) as v (id, revision)
    join environment e on e.id = v.id
    join environment_revision r on r.environment_id = e.id and r.revision = v.revision),
flags as (
    select s.environment_id, f.key, row(f.type, f.server_only, f.variants, f.prerequisites, f.traits,
        s.enabled, s.off_variant, s.fallthrough, s.rules, s.variant_values) as content
    from flag f join flag_state s on s.flag_id = f.id
    where s.environment_id in (cast(?1 as uuid), cast(?3 as uuid)) and not f.archived),
changed as (
    select v.flag_id
    from sides x join flag_state_version v on v.environment_id = x.environment_id and v.revision > x.revision)
select coalesce(a.key, b.key)
from (select * from flags where environment_id = cast(?1 as uuid)) a
full join (select * from flags where environment_id = cast(?3 as uuid)) b on b.key = a.key
where a.key is null or b.key is null or a.content *<> b.content
union
select key from flag where id in (select flag_id from changed)
union
select v.key from sides x join flag_version v on v.project_id = x.project_id
where v.deleted and v.flag_id in (select flag_id from changed)
union
select v.key from sides x join flag_version v on v.project_id = x.project_id and v.project_revision > x.project_revision
