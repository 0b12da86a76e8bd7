-- What each revision of an environment held. Flags, states and segments are recorded in versions, by id and not by key, each with the
-- revision that it holds from. It holds until the next version of the same id. History begins with this migration.

create sequence change_id_seq;

create function current_change_id() returns bigint
    language plpgsql volatile
    as $$
    declare
        current_id text := current_setting('jackstaff.change_id', true);
    begin
        if current_id is null or current_id = '' then
            current_id := set_config('jackstaff.change_id', cast(nextval('change_id_seq') as text), true);
        end if;
        return cast(current_id as bigint);
    end
    $$;

comment on function current_change_id is 'The id of the change that this transaction makes: one for all that it writes.';

alter table audit_entry add column change_id bigint;
alter table audit_entry alter column change_id set default current_change_id();

create index audit_entry_change_ix on audit_entry (change_id);

alter table project add column revision bigint not null default 1;

comment on column project.revision is
    'Raised in every transaction that changes what all environments share: flags but for their states, and segments.';

create table project_revision (
    project_id uuid        not null constraint project_revision_project_fk references project on delete cascade,
    revision   bigint      not null,
    at         timestamptz not null,
    change_id  bigint      not null default current_change_id(),
    constraint project_revision_pk primary key (project_id, revision)
);

create table environment_revision (
    environment_id   uuid        not null
                                 constraint environment_revision_environment_fk references environment on delete cascade,
    revision         bigint      not null,
    project_revision bigint      not null,
    at               timestamptz not null,
    change_id        bigint      not null default current_change_id(),
    constraint environment_revision_pk primary key (environment_id, revision)
);

comment on column environment_revision.project_revision is 'The revision of the project that this revision of the environment holds.';

create table flag_version (
    flag_id          uuid        not null,
    project_revision bigint      not null,
    project_id       uuid        not null constraint flag_version_project_fk references project on delete cascade,
    deleted          boolean     not null default false,
    key              text        collate "C" not null,
    name             text        not null,
    description      text        not null,
    type             text        not null,
    kind             text        not null,
    owner            text        not null,
    tags             jsonb       not null,
    server_only      boolean     not null,
    archived         boolean     not null,
    variants         json        not null,
    prerequisites    jsonb       not null,
    constraint flag_version_pk primary key (project_id, flag_id, project_revision)
);

create table flag_state_version (
    environment_id uuid    not null
                           constraint flag_state_version_environment_fk references environment on delete cascade,
    flag_id        uuid    not null,
    revision       bigint  not null,
    enabled        boolean not null,
    off_variant    text,
    fallthrough    jsonb   not null,
    rules          jsonb   not null,
    constraint flag_state_version_pk primary key (environment_id, flag_id, revision)
);

create index flag_state_version_flag_ix on flag_state_version (flag_id);

create table segment_version (
    segment_id       uuid    not null,
    project_revision bigint  not null,
    project_id       uuid    not null constraint segment_version_project_fk references project on delete cascade,
    deleted          boolean not null default false,
    key              text    collate "C" not null,
    name             text    not null,
    description      text    not null,
    condition        jsonb   not null,
    constraint segment_version_pk primary key (project_id, segment_id, project_revision)
);

comment on column flag_version.deleted is 'The flag was deleted in this revision; the row holds what it was.';
comment on column segment_version.deleted is 'The segment was deleted in this revision; the row holds what it was.';

-- The version that is recorded. What has another one is recorded when the revision is raised.

alter table flag add column recorded_version bigint not null default 0;
alter table flag_state add column recorded_version bigint not null default 0;
alter table segment add column recorded_version bigint not null default 0;

insert into project_revision (project_id, revision, at) select id, revision, now() from project;

insert into environment_revision (environment_id, revision, project_revision, at)
select e.id, e.revision, p.revision, e.revision_at from environment e join project p on p.id = e.project_id;

insert into flag_version (flag_id, project_revision, project_id, key, name, description, type, kind, owner, tags, server_only,
    archived, variants, prerequisites)
select f.id, p.revision, p.id, f.key, f.name, f.description, f.type, f.kind, f.owner, f.tags, f.server_only,
    f.archived, f.variants, f.prerequisites
from flag f join project p on p.id = f.project_id;

insert into flag_state_version (environment_id, flag_id, revision, enabled, off_variant, fallthrough, rules)
select s.environment_id, s.flag_id, e.revision, s.enabled, s.off_variant, s.fallthrough, s.rules
from flag_state s join environment e on e.id = s.environment_id;

insert into segment_version (segment_id, project_revision, project_id, key, name, description, condition)
select g.id, p.revision, p.id, g.key, g.name, g.description, g.condition
from segment g join project p on p.id = g.project_id;

update flag set recorded_version = version;
update flag_state set recorded_version = version;
update segment set recorded_version = version;

create index flag_unrecorded_ix on flag (project_id) where version <> recorded_version;
create index flag_state_unrecorded_ix on flag_state (environment_id) where version <> recorded_version;
create index segment_unrecorded_ix on segment (project_id) where version <> recorded_version;

create index flag_version_deleted_ix on flag_version (project_id) where deleted;
create index segment_version_deleted_ix on segment_version (project_id) where deleted;
