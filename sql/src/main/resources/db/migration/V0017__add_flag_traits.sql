-- What only some flags have: a schema of their values, another bucketing, metadata, links. An object of JSON, with a member for each.

alter table flag add column traits json not null default '{}';
alter table flag_version add column traits json not null default '{}';

comment on column flag.traits is 'What only some flags have: schema, bucketing, metadata, links. Snapshots hold bucketing and metadata.';

alter table flag drop column bytes;
alter table flag add column bytes bigint not null
    generated always as (
        300 + octet_length(key) + octet_length(cast(variants as text)) + octet_length(cast(prerequisites as text))
        + coalesce(octet_length(cast(traits -> 'metadata' as text)), 0))
    stored;
