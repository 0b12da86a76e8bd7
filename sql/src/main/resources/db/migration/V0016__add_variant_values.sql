-- Values that variants have in one environment only, as an object of JSON by their keys. Other variants have the value that all environments
-- share. Snapshots hold the value that counts.

alter table flag_state add column variant_values json not null default '{}';
alter table flag_state_version add column variant_values json not null default '{}';

comment on column flag_state.variant_values is 'The values that variants have in this environment only, by their keys.';

alter table flag_state drop column bytes;
alter table flag_state add column bytes bigint not null
    generated always as (
        octet_length(coalesce(off_variant, '')) + octet_length(cast(fallthrough as text))
        + octet_length(cast(rules as text)) + octet_length(cast(variant_values as text)))
    stored;

create function environment_variants(variants json, variant_values json) returns json
    language sql immutable
    as $$
        select case
            when cast($2 as text) = '{}' then $1
            else (
                select json_agg(json_build_object(
                    'key', v.variant -> 'key',
                    'value', coalesce($2 -> (v.variant ->> 'key'), v.variant -> 'value')) order by v.n)
                from json_array_elements($1) with ordinality as v (variant, n))
            end
    $$;

comment on function environment_variants is 'The variants of a flag with the values that they have in an environment.';
