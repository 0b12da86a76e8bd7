-- The keys of the flags that were changed between two revisions (?2 and ?3, in any order) of an environment (?1): their settings, or what
-- environments share of them. Others are alike at both.
with span as (
    select e.project_id, least(a.revision, b.revision) as first, greatest(a.revision, b.revision) as last,
        least(a.project_revision, b.project_revision) as project_first,
        greatest(a.project_revision, b.project_revision) as project_last
    from environment e
    join environment_revision a on a.environment_id = e.id and a.revision = ?2
    join environment_revision b on b.environment_id = e.id and b.revision = ?3
    where e.id = cast(?1 as uuid)),
changed as (
    select v.flag_id
    from span s join flag_state_version v on v.environment_id = cast(?1 as uuid) and v.revision > s.first and v.revision <= s.last)
select key from flag where id in (select flag_id from changed)
union
select v.key from span s join flag_version v on v.project_id = s.project_id
where v.deleted and v.flag_id in (select flag_id from changed)
union
select v.key from span s join flag_version v on v.project_id = s.project_id
where v.project_revision > s.project_first and v.project_revision <= s.project_last
