-- Which SDKs evaluate flags, and which flags clients ask for that do not exist.

alter table flag_usage add column sdk text not null default '';
alter table flag_usage drop constraint flag_usage_pk;
alter table flag_usage add constraint flag_usage_pk
    primary key (flag_id, hour, environment_id, enabled, variant, application, sdk);

create table unknown_flag (
    environment_id uuid        not null constraint unknown_flag_environment_fk references environment on delete cascade,
    name           text        collate "C" not null,
    application    text        not null,
    sdk            text        not null,
    first_seen_at  timestamptz not null,
    last_seen_at   timestamptz not null,
    evaluations    bigint      not null constraint unknown_flag_evaluations_ck check (evaluations > 0),
    constraint unknown_flag_pk primary key (environment_id, name)
);

create index unknown_flag_seen_ix on unknown_flag (last_seen_at);

comment on column unknown_flag.application is 'Who asked last; empty if clients do not say.';
