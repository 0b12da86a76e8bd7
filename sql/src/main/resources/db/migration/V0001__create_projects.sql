-- Projects own everything that edges see; environments count their changes.

create table project (
    id          uuid        not null constraint project_pk primary key,
    key         text        collate "C" not null
                            constraint project_key_uk unique
                            constraint project_key_ck check (key ~ '^[A-Za-z0-9._~-]{1,100}$'),
    name        text        not null constraint project_name_ck check (char_length(name) between 1 and 200),
    description text        not null constraint project_description_ck check (char_length(description) <= 10000),
    created_at  timestamptz not null,
    version     bigint      not null
);

create table environment (
    id          uuid        not null constraint environment_pk primary key,
    project_id  uuid        not null constraint environment_project_fk references project on delete cascade,
    key         text        collate "C" not null
                            constraint environment_key_ck check (key ~ '^[A-Za-z0-9._~-]{1,100}$'),
    name        text        not null constraint environment_name_ck check (char_length(name) between 1 and 200),
    production  boolean     not null,
    sort_order  integer     not null,
    revision    bigint      not null constraint environment_revision_ck check (revision >= 1),
    revision_at timestamptz not null,
    created_at  timestamptz not null,
    version     bigint      not null,
    constraint environment_key_uk unique (project_id, key)
);

comment on column environment.revision is
    'Raised by one, under the row''s lock, in every transaction that changes what the environment''s snapshot holds.';
