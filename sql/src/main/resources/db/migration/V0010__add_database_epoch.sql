-- The present history of this database: a new one begins when it is restored, cloned or failed over.

create table database_epoch (
    id       smallint    not null default 1 constraint database_epoch_pk primary key
                         constraint database_epoch_id_ck check (id = 1),
    epoch    uuid        not null,
    identity text        not null,
    begun_at timestamptz not null
);

comment on column database_epoch.identity is
    'Where the history is kept: cluster, timeline, database and file of the environments. A copy has another one.';
