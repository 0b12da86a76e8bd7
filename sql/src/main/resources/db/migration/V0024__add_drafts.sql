-- Edits of flags that are not saved yet, by person. One row for each flag, and for each of its environments.

create table draft (
    id             uuid        not null constraint draft_pk primary key,
    user_id        uuid        not null constraint draft_user_fk references hub_user on delete cascade,
    flag_id        uuid        not null constraint draft_flag_fk references flag on delete cascade,
    environment_id uuid        constraint draft_environment_fk references environment on delete cascade,
    base           bigint      not null,
    steps          json        not null,
    edited_at      timestamptz not null
);

create unique index draft_place_uk on draft (user_id, flag_id, coalesce(environment_id, flag_id));
create index draft_flag_ix on draft (flag_id);
create index draft_environment_ix on draft (environment_id);
create index draft_edited_ix on draft (edited_at);

comment on column draft.environment_id is 'Null for what all environments share.';
comment on column draft.base is 'The revision of the environment, or of the project, that the draft was begun at.';
comment on column draft.steps is 'The instructions, as the history has them. json, not jsonb: values keep their spelling.';
