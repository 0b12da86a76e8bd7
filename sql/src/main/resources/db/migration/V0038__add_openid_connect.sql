-- Sign-in at identity providers: who is known to them, and sign-ins that are under way. The session of the pages gets a cookie of its own.

-- The cookie of the pages names its session, by a secret of which only the hash is stored. Sessions from before ended with their server.
delete from user_session where kind = 'pages';

alter table user_session
    add column cookie_hash text
        constraint user_session_cookie_hash_uk unique
        constraint user_session_cookie_hash_ck check (cookie_hash ~ '^[0-9a-f]{64}$');

create table user_identity (
    id        uuid        not null constraint user_identity_pk primary key,
    user_id   uuid        not null constraint user_identity_user_fk references hub_user on delete cascade,
    issuer    text        not null constraint user_identity_issuer_ck check (char_length(issuer) between 1 and 500),
    subject   text        not null constraint user_identity_subject_ck check (char_length(subject) between 1 and 255),
    linked_at timestamptz not null,
    groups_at timestamptz not null,
    version   bigint      not null,
    constraint user_identity_subject_uk unique (issuer, subject),
    constraint user_identity_user_uk unique (user_id, issuer)
);

create table pending_sign_in (
    state_hash    text        not null
                              constraint pending_sign_in_pk primary key
                              constraint pending_sign_in_state_hash_ck check (state_hash ~ '^[0-9a-f]{64}$'),
    browser_hash  text        not null constraint pending_sign_in_browser_hash_ck check (browser_hash ~ '^[0-9a-f]{64}$'),
    provider      text        not null,
    nonce         text        not null,
    code_verifier text        not null,
    redirect_uri  text        not null,
    target        text        not null constraint pending_sign_in_target_ck check (char_length(target) <= 2000),
    source        text        not null,
    expires_at    timestamptz not null
);

create index pending_sign_in_source_ix on pending_sign_in (source);
create index pending_sign_in_expires_ix on pending_sign_in (expires_at);
