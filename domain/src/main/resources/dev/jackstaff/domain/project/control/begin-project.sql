-- Records the first revision of a project, with the environments that it has.
with begun as (
    update project set recorded_version = version where id = cast(?1 as uuid)
    returning id, revision, name, description),
numbered as (
    insert into project_revision (project_id, revision, at) select id, revision, ?2 from begun),
recorded as (
    insert into project_version (project_id, project_revision, name, description)
    select id, revision, name, description from begun),
changed_environments as (
    update environment e set recorded_version = e.version from begun b where e.project_id = b.id
    returning e.id, b.revision, e.name, e.production, e.sort_order, e.colour)
insert into environment_version (environment_id, project_revision, name, production, sort_order, colour)
select id, revision, name, production, sort_order, colour from changed_environments
