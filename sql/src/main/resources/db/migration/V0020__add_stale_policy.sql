-- For how many days a project expects its flags to live, by kind. A project without a row has the defaults.

create table stale_policy (
    project_id       uuid    not null
                             constraint stale_policy_pk primary key
                             constraint stale_policy_project_fk references project on delete cascade,
    release_days     integer not null,
    experiment_days  integer not null,
    operational_days integer not null,
    kill_switch_days integer not null,
    permission_days  integer not null,
    usage_days       integer not null constraint stale_policy_usage_ck check (usage_days between 1 and 365),
    version          bigint  not null,
    constraint stale_policy_days_ck check (
        least(release_days, experiment_days, operational_days, kill_switch_days, permission_days) >= 0
        and greatest(release_days, experiment_days, operational_days, kill_switch_days, permission_days) <= 3650)
);

comment on column stale_policy.release_days is 'As the other lifetimes: 0 is for ever.';
comment on column stale_policy.usage_days is 'So many days without an evaluation, or with one answer only, make a flag potentially stale.';

-- Whether an environment reports usage at all is asked for each page of flags.
create index flag_usage_environment_hour_ix on flag_usage (environment_id, hour);
drop index flag_usage_environment_ix;
