-- Flags that were turned off at once, and turn on again by themselves. One hub claims a row by locking it; a row is done once.

create table flag_restoration (
    id              uuid        not null constraint flag_restoration_pk primary key,
    project_id      uuid        not null,
    flag_id         uuid        not null,
    environment_ids uuid[]      not null,
    killed_by       text        not null,
    killed_at       timestamptz not null,
    due_at          timestamptz not null,
    done_at         timestamptz,
    outcome         text        not null default ''
);

create index flag_restoration_due_ix on flag_restoration (due_at) where done_at is null;
create index flag_restoration_flag_ix on flag_restoration (flag_id) where done_at is null;

comment on column flag_restoration.environment_ids is 'The environments in which the flag was on.';
comment on column flag_restoration.outcome is 'restored, cancelled, or why it could not be turned on again.';
