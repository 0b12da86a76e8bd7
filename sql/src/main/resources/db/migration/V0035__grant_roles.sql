-- Who may do what: roles are granted to users, groups and service accounts, in the installation, a project or an environment.

create table access_role (
    id          uuid   not null constraint access_role_pk primary key,
    key         text   not null
                       constraint access_role_key_uk unique
                       constraint access_role_key_ck check (key ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
    name        text   not null constraint access_role_name_ck check (char_length(name) between 1 and 200),
    description text   not null constraint access_role_description_ck check (char_length(description) <= 10000),
    permissions text   not null,
    version     bigint not null
);

comment on table access_role is 'Roles that the installation defines beside those that are built in.';
comment on column access_role.permissions is 'The labels of permissions, with spaces between.';

create table user_group (
    id          uuid        not null constraint user_group_pk primary key,
    name        text        not null
                            constraint user_group_name_uk unique
                            constraint user_group_name_ck check (char_length(name) between 1 and 200),
    external_id text        constraint user_group_external_id_ck check (char_length(external_id) <= 1000),
    origin      text        not null constraint user_group_origin_ck check (origin in ('manual', 'oidc', 'scim')),
    created_at  timestamptz not null,
    version     bigint      not null
);

create table group_member (
    group_id uuid not null constraint group_member_group_fk references user_group on delete cascade,
    user_id  uuid not null constraint group_member_user_fk references hub_user on delete cascade,
    origin   text not null constraint group_member_origin_ck check (origin in ('manual', 'oidc', 'scim')),
    constraint group_member_pk primary key (group_id, user_id, origin)
);

create index group_member_user_ix on group_member (user_id);

comment on column group_member.origin is 'Who says so. A synchronization takes away only what it gave.';

create table service_account (
    id          uuid        not null constraint service_account_pk primary key,
    name        text        not null
                            constraint service_account_name_uk unique
                            constraint service_account_name_ck check (char_length(name) between 1 and 200),
    description text        not null constraint service_account_description_ck check (char_length(description) <= 10000),
    active      boolean     not null,
    created_at  timestamptz not null,
    created_by  text        not null,
    version     bigint      not null
);

create table access_grant (
    id                 uuid        not null constraint access_grant_pk primary key,
    user_id            uuid        constraint access_grant_user_fk references hub_user on delete cascade,
    group_id           uuid        constraint access_grant_group_fk references user_group on delete cascade,
    service_account_id uuid        constraint access_grant_account_fk references service_account on delete cascade,
    role               text        not null,
    project_id         uuid        constraint access_grant_project_fk references project on delete cascade,
    environment_id     uuid        constraint access_grant_environment_fk references environment on delete cascade,
    origin             text        not null constraint access_grant_origin_ck check (origin in ('manual', 'oidc', 'scim')),
    created_at         timestamptz not null,
    created_by         text        not null,
    version            bigint      not null,
    constraint access_grant_subject_ck check (num_nonnulls(user_id, group_id, service_account_id) = 1),
    constraint access_grant_scope_ck check (project_id is not null or environment_id is null)
);

create unique index access_grant_uk on access_grant (
    coalesce(user_id, group_id, service_account_id), role, origin,
    coalesce(environment_id, project_id, '00000000-0000-0000-0000-000000000000'));
create index access_grant_user_ix on access_grant (user_id) where user_id is not null;
create index access_grant_group_ix on access_grant (group_id) where group_id is not null;
create index access_grant_account_ix on access_grant (service_account_id) where service_account_id is not null;
create index access_grant_project_ix on access_grant (project_id) where project_id is not null;
create index access_grant_environment_ix on access_grant (environment_id) where environment_id is not null;
create index access_grant_role_ix on access_grant (role);

comment on column access_grant.role is 'The label of a built-in role, or the key of one in access_role.';

create view effective_grant as
select held.subject_id::text || ' ' || held.grant_id::text as id,
       held.subject_id,
       held.role,
       access_role.permissions,
       coalesce(project.key, '') as project,
       coalesce(environment.key, '') as environment
from (select user_id as subject_id, id as grant_id, role, project_id, environment_id
      from access_grant where user_id is not null
      union all
      select service_account_id, id, role, project_id, environment_id
      from access_grant where service_account_id is not null
      union all
      select group_id, id, role, project_id, environment_id
      from access_grant where group_id is not null
      union all
      select group_member.user_id, access_grant.id, role, project_id, environment_id
      from access_grant join group_member on group_member.group_id = access_grant.group_id) held
     left join access_role on access_role.key = held.role
     left join project on project.id = held.project_id
     left join environment on environment.id = held.environment_id;

comment on view effective_grant is 'The roles of users, groups and service accounts; users have those of their groups too.';

insert into access_grant (id, user_id, role, origin, created_at, created_by, version)
select gen_random_uuid(), id, case role when 'admin' then 'administrator' else role end, 'manual', now(), 'jackstaff', 1
from hub_user;

alter table hub_user drop column role;
alter table hub_user alter column password_hash drop not null;

comment on column hub_user.password_hash is 'Null for those who only sign in elsewhere, or were invited and have not come yet.';
