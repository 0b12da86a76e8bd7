-- Flags, and what each environment decides about them.

create table flag (
    id            uuid        not null constraint flag_pk primary key,
    project_id    uuid        not null constraint flag_project_fk references project on delete cascade,
    key           text        collate "C" not null
                              constraint flag_key_ck check (key ~ '^[A-Za-z0-9._~-]{1,100}$'),
    name          text        not null constraint flag_name_ck check (char_length(name) between 1 and 200),
    description   text        not null constraint flag_description_ck check (char_length(description) <= 10000),
    type          text        not null
                              constraint flag_type_ck
                              check (type in ('boolean', 'string', 'integer', 'number', 'json')),
    kind          text        not null
                              constraint flag_kind_ck
                              check (kind in ('release', 'experiment', 'operational', 'kill-switch', 'permission')),
    owner         text        not null constraint flag_owner_ck check (char_length(owner) <= 200),
    tags          jsonb       not null,
    server_only   boolean     not null,
    archived      boolean     not null,
    variants      json        not null,
    prerequisites jsonb       not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       bigint      not null,
    constraint flag_key_uk unique (project_id, key)
);

comment on column flag.variants is 'json, not jsonb: a value keeps the spelling and the order its author gave it.';

create table flag_state (
    id             uuid        not null constraint flag_state_pk primary key,
    flag_id        uuid        not null constraint flag_state_flag_fk references flag on delete cascade,
    environment_id uuid        not null constraint flag_state_environment_fk references environment on delete cascade,
    enabled        boolean     not null,
    off_variant    text,
    fallthrough    jsonb       not null,
    rules          jsonb       not null,
    updated_at     timestamptz not null,
    version        bigint      not null,
    constraint flag_state_flag_environment_uk unique (flag_id, environment_id)
);

create index flag_state_environment_ix on flag_state (environment_id);
