-- Requests with an idempotency key, and their answers, so that a repeated one is answered and not carried out again.

create table idempotent_request (
    id           text        not null constraint idempotent_request_pk primary key,
    actor        text        not null,
    request      text        not null,
    claim        uuid        not null,
    claimed_at   timestamptz not null,
    changed_at   timestamptz,
    answered_at  timestamptz,
    status       integer,
    location     text,
    entity_tag   text,
    content_type text,
    body         text
);

create index idempotent_request_claimed_ix on idempotent_request (claimed_at);
create index idempotent_request_actor_ix on idempotent_request (actor, claimed_at);

comment on column idempotent_request.id is 'The hash of actor and key. The key itself is not stored.';
comment on column idempotent_request.request is 'The hash of key, method, address and body.';
comment on column idempotent_request.claim is 'Which of the requests with this key carries it out.';
comment on column idempotent_request.changed_at is 'Written in the transaction of the change: whether it was made, even if no answer was.';
comment on column idempotent_request.body is 'Null if it is too long to be stored.';
