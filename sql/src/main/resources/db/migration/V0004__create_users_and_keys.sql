-- Who may manage the hub, who may ask an edge, and what signs tokens. No secret of others is stored, only hashes.

create table hub_user (
    id            uuid        not null constraint hub_user_pk primary key,
    email         text        not null
                              constraint hub_user_email_uk unique
                              constraint hub_user_email_ck check (email = lower(email) and email like '%_@_%'),
    name          text        not null constraint hub_user_name_ck check (char_length(name) between 1 and 200),
    password_hash text        not null,
    role          text        not null
                              constraint hub_user_role_ck check (role in ('viewer', 'editor', 'admin')),
    active        boolean     not null,
    created_at    timestamptz not null,
    version       bigint      not null
);

create table api_key (
    id             uuid        not null constraint api_key_pk primary key,
    name           text        not null constraint api_key_name_ck check (char_length(name) between 1 and 200),
    kind           text        not null
                               constraint api_key_kind_ck check (kind in ('server', 'client', 'edge', 'admin')),
    project_id     uuid        constraint api_key_project_fk references project on delete cascade,
    environment_id uuid        constraint api_key_environment_fk references environment on delete cascade,
    hash           text        not null
                               constraint api_key_hash_uk unique
                               constraint api_key_hash_ck check (hash ~ '^[0-9a-f]{64}$'),
    prefix         text        not null,
    created_at     timestamptz not null,
    created_by     text        not null,
    expires_at     timestamptz,
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    version        bigint      not null,
    constraint api_key_scope_ck check (
        (project_id is null) = (environment_id is null)
        and (kind not in ('server', 'client') or environment_id is not null)
        and (kind <> 'admin' or environment_id is null))
);

create index api_key_environment_ix on api_key (environment_id);

create table signing_key (
    id          text        not null constraint signing_key_pk primary key,
    private_key bytea       not null,
    public_key  bytea       not null,
    created_at  timestamptz not null
);
