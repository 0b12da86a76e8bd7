-- Sessions that began at a provider, so that they can end there and from there.

create table provider_session (
    session_id uuid        not null
                           constraint provider_session_pk primary key
                           constraint provider_session_session_fk references user_session on delete cascade,
    provider   text        not null,
    issuer     text        not null,
    subject    text        not null,
    sid        text,
    id_token   text        not null
);

create index provider_session_subject_ix on provider_session (issuer, subject);
create index provider_session_sid_ix on provider_session (issuer, sid);

-- Logout tokens that were accepted, so that each is accepted once.

create table used_logout_token (
    token_hash text        not null
                           constraint used_logout_token_pk primary key
                           constraint used_logout_token_hash_ck check (token_hash ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz not null
);

create index used_logout_token_expires_ix on used_logout_token (expires_at);
