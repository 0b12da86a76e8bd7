-- Tokens by which people and programs prove who they are at the management API. No secret is stored, only hashes.

create table access_token (
    id                 uuid        not null constraint access_token_pk primary key,
    user_id            uuid        constraint access_token_user_fk references hub_user on delete cascade,
    service_account_id uuid        constraint access_token_account_fk references service_account on delete cascade,
    owner_id           uuid        generated always as (coalesce(user_id, service_account_id)) stored,
    name               text        not null constraint access_token_name_ck check (char_length(name) between 1 and 200),
    hash               text        not null
                                   constraint access_token_hash_uk unique
                                   constraint access_token_hash_ck check (hash ~ '^[0-9a-f]{64}$'),
    prefix             text        not null,
    role               text,
    project_id         uuid        constraint access_token_project_fk references project on delete cascade,
    environment_id     uuid        constraint access_token_environment_fk references environment on delete cascade,
    created_at         timestamptz not null,
    created_by         text        not null,
    expires_at         timestamptz not null,
    last_used_at       timestamptz,
    version            bigint      not null,
    constraint access_token_owner_ck check (num_nonnulls(user_id, service_account_id) = 1),
    constraint access_token_scope_ck check (project_id is not null or environment_id is null)
);

create index access_token_owner_ix on access_token (owner_id);

comment on column access_token.role is
    'The key of a role to which the token is limited; null for all that its owner may do. It never allows more than its owner may do.';

-- Keys of the management API may be limited to a project.
alter table api_key drop constraint api_key_scope_ck;
alter table api_key add constraint api_key_scope_ck check (
    (kind = 'admin' or (project_id is null) = (environment_id is null))
    and (kind not in ('server', 'client') or environment_id is not null)
    and (kind <> 'admin' or environment_id is null));
