-- Who made each change, why, and by which instructions. What they changed is in the versions; the entries of the audit trail have the
-- same change_id.

create table change (
    id           bigint      not null default current_change_id() constraint change_pk primary key,
    project_id   uuid        not null,
    at           timestamptz not null,
    actor        text        not null,
    actor_kind   text        not null,
    reason       text        not null,
    ticket       text        not null,
    sentences    jsonb       not null,
    instructions jsonb       not null,
    inverse      jsonb       not null
);

create index change_project_ix on change (project_id, id);

comment on column change.instructions is 'As the API takes them, each with the id of its subject.';
comment on column change.inverse is 'The instructions that take the change back.';
