-- Whether an environment rolls a flag out: it is on, and a share of the subjects gets something else. The list of flags asks for it.

alter table flag_state add column rolling_out boolean not null generated always as (
    enabled and (
        fallthrough -> 'split' is not null
        or jsonb_path_exists(rules, '$[*] ? (!(@.enabled == false) && @.rollout.basisPoints < 10000 && @.rollout.basisPoints > 0)')
        or jsonb_path_exists(rules, '$[*] ? (!(@.enabled == false) && exists(@.outcome.split))'))) stored;

create index flag_state_rolling_out_ix on flag_state (flag_id) where rolling_out;

-- The latest change of a flag's settings is asked for each flag of a list. Each change is an index entry anyway: the version is in one.
create index flag_state_changed_ix on flag_state (flag_id, updated_at);
