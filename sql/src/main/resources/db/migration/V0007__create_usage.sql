-- How often flags were evaluated, by the hour; and which batches of the edges are in it already.

create table flag_usage (
    flag_id        uuid        not null constraint flag_usage_flag_fk references flag on delete cascade,
    environment_id uuid        not null constraint flag_usage_environment_fk references environment on delete cascade,
    hour           timestamptz not null,
    enabled        boolean     not null,
    variant        text        not null,
    application    text        not null,
    evaluations    bigint      not null constraint flag_usage_evaluations_ck check (evaluations > 0),
    constraint flag_usage_pk primary key (flag_id, hour, environment_id, enabled, variant, application)
);

create index flag_usage_environment_ix on flag_usage (environment_id);
create index flag_usage_hour_ix on flag_usage (hour);

create table usage_batch (
    edge     text        collate "C" not null,
    sequence bigint      not null,
    taken_at timestamptz not null,
    dropped  bigint      not null,
    constraint usage_batch_pk primary key (edge, sequence)
);

create index usage_batch_taken_ix on usage_batch (taken_at);

comment on column usage_batch.dropped is 'How many evaluations the edge could not count, or had to throw away unsent.';
