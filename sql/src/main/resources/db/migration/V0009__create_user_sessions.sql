-- Who is logged in, and by what: a token of the API or a session of the pages. To end one is to delete its row.

create table user_session (
    id           uuid        not null constraint user_session_pk primary key,
    user_id      uuid        not null constraint user_session_user_fk references hub_user on delete cascade,
    kind         text        not null constraint user_session_kind_ck check (kind in ('token', 'pages')),
    source       text        not null constraint user_session_source_ck check (char_length(source) <= 200),
    agent        text        not null constraint user_session_agent_ck check (char_length(agent) <= 200),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    version      bigint      not null
);

create index user_session_user_ix on user_session (user_id);
create index user_session_expires_ix on user_session (expires_at);
