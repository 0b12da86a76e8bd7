-- Raises the revision of a project, and records what differs from what is recorded.
with present as (
    select id, version <> recorded_version as changed from project where id = cast(?1 as uuid)),
raised as (
    update project p set revision = p.revision + 1, recorded_version = p.version
    from present o where p.id = o.id
    returning p.id, p.revision, p.name, p.description, o.changed),
numbered as (
    insert into project_revision (project_id, revision, at) select id, revision, ?2 from raised),
recorded_project as (
    insert into project_version (project_id, project_revision, name, description)
    select id, revision, name, description from raised where changed),
changed_environments as (
    update environment e set recorded_version = e.version
    from raised r where e.project_id = r.id and e.version <> e.recorded_version
    returning e.id as environment, r.revision as project_revision, e.name, e.production, e.sort_order, e.colour),
recorded_environments as (
    insert into environment_version (environment_id, project_revision, name, production, sort_order, colour)
    select environment, project_revision, name, production, sort_order, colour from changed_environments),
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
    select project, revision, id, key, name, description, condition from changed_segments),
changed_attributes as (
    update context_attribute a set recorded_version = a.version
    from raised r where a.project_id = r.id and a.version <> a.recorded_version
    returning r.id as project, r.revision, a.*),
recorded_attributes as (
    insert into context_attribute_version (project_id, project_revision, name, type, description, legal_values)
    select project, revision, name, type, description, legal_values from changed_attributes
    on conflict (project_id, name, project_revision) do update set deleted = false, type = excluded.type,
        description = excluded.description, legal_values = excluded.legal_values)
select revision from raised
