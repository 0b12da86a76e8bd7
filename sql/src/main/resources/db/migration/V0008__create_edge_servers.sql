-- What each edge said of itself last.

create table edge_server (
    id      text        collate "C" not null constraint edge_server_pk primary key,
    status  jsonb       not null,
    seen_at timestamptz not null
);
