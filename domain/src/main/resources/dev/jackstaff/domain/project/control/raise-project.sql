-- Raises the revision of a project (?1) at the instant ?2, and records which flags and segments changed.
with raised as (
    update project set revision = revision + 1 where id = cast(?1 as uuid) returning id, revision),
numbered as (
    insert into project_revision (project_id, revision, at) select id, revision, ?2 from raised),
changed_flags as (
    update flag f set recorded_version = f.version
    from raised r where f.project_id = r.id and f.version <> f.recorded_version
    returning r.id as project, r.revision, f.*),
recorded_flags as (
    insert into flag_version (project_id, project_revision, flag_id, key, name, description, type, kind,
        owner, tags, server_only, archived, variants, prerequisites, traits)
    select project, revision, id, key, name, description, type, kind,
        owner, tags, server_only, archived, variants, prerequisites, traits from changed_flags),
changed_segments as (
    update segment g set recorded_version = g.version
    from raised r where g.project_id = r.id and g.version <> g.recorded_version
    returning r.id as project, r.revision, g.*),
recorded_segments as (
    insert into segment_version (project_id, project_revision, segment_id, key, name, description, condition)
    select project, revision, id, key, name, description, condition from changed_segments)
select revision from raised
