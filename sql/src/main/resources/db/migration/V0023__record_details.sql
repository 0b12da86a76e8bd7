-- What projects and environments were called, and how they were described, at each revision of the project.

create table project_version (
    project_id       uuid   not null constraint project_version_project_fk references project on delete cascade,
    project_revision bigint not null,
    name             text   not null,
    description      text   not null,
    constraint project_version_pk primary key (project_id, project_revision)
);

create table environment_version (
    environment_id   uuid    not null constraint environment_version_environment_fk references environment on delete cascade,
    project_revision bigint  not null,
    name             text    not null,
    production       boolean not null,
    sort_order       integer not null,
    constraint environment_version_pk primary key (environment_id, project_revision)
);

alter table project add column recorded_version bigint not null default 0;
alter table environment add column recorded_version bigint not null default 0;

insert into project_version (project_id, project_revision, name, description)
select id, revision, name, description from project;

insert into environment_version (environment_id, project_revision, name, production, sort_order)
select e.id, p.revision, e.name, e.production, e.sort_order from environment e join project p on p.id = e.project_id;

-- Projects that were made since history is recorded, and never changed, have no recorded revision yet.
insert into project_revision (project_id, revision, at)
select id, revision, created_at from project on conflict do nothing;

update project set recorded_version = version;
update environment set recorded_version = version;
