-- Snapshots that have to be published: written with the change, deleted with the publication.

create table outbox (
    id             bigint generated always as identity constraint outbox_pk primary key,
    environment_id uuid   not null,
    snapshot_key   text   not null,
    revision       bigint not null
);

comment on column outbox.environment_id is 'Refers to nothing: the row of a deleted environment takes its snapshot away.';
