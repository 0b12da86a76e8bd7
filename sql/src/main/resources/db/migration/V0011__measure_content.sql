-- How many bytes each environment's snapshot holds, so that the hub can refuse what no edge could hold.

alter table flag add column bytes bigint not null
    generated always as (
        300 + octet_length(key) + octet_length(cast(variants as text)) + octet_length(cast(prerequisites as text)))
    stored;

alter table flag_state add column bytes bigint not null
    generated always as (
        octet_length(coalesce(off_variant, '')) + octet_length(cast(fallthrough as text))
        + octet_length(cast(rules as text)))
    stored;

alter table segment add column bytes bigint not null
    generated always as (100 + octet_length(key) + octet_length(cast(condition as text)))
    stored;

alter table environment add column content_bytes bigint not null default 0;

comment on column environment.content_bytes is
    'The size of what the snapshot holds, as of the latest revision. Archived flags are in no snapshot.';

create function environment_content_bytes(environment_id uuid, project_id uuid) returns bigint
    language sql stable
    as $$
        select 1000
            + coalesce((
                select sum(f.bytes + s.bytes)
                from flag_state s join flag f on f.id = s.flag_id
                where s.environment_id = $1 and not f.archived), 0)
            + coalesce((select sum(g.bytes) from segment g where g.project_id = $2), 0)
            + 200 * (
                select count(*) from api_key k
                where (k.environment_id = $1 or (k.environment_id is null and k.kind = 'edge'))
                    and k.revoked_at is null)
    $$;

update environment set content_bytes = environment_content_bytes(id, project_id);
