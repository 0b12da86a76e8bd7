-- Each rule has an id by which it is changed. The ids stand beside the rules, in the same order: snapshots take the rules as they are.

create function made_rule_ids(flag_id uuid, environment_id uuid, rules jsonb) returns jsonb
    language sql immutable
    as $$
        select coalesce(
            jsonb_agg(substr(md5(cast($1 as text) || cast($2 as text) || cast(n as text)), 1, 8) order by n), '[]')
        from generate_series(1, jsonb_array_length($3)) n
    $$;

alter table flag_state add column rule_ids jsonb not null default '[]';
alter table flag_state_version add column rule_ids jsonb not null default '[]';

update flag_state set rule_ids = made_rule_ids(flag_id, environment_id, rules) where rules <> '[]';
update flag_state_version set rule_ids = made_rule_ids(flag_id, environment_id, rules) where rules <> '[]';

alter table flag_state add constraint flag_state_rule_ids_ck check (jsonb_array_length(rule_ids) = jsonb_array_length(rules));

drop function made_rule_ids;
