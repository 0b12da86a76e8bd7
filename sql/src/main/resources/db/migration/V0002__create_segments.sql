-- Named conditions that the rules of a project share.

create table segment (
    id          uuid        not null constraint segment_pk primary key,
    project_id  uuid        not null constraint segment_project_fk references project on delete cascade,
    key         text        collate "C" not null
                            constraint segment_key_ck check (key ~ '^[A-Za-z0-9._~-]{1,100}$'),
    name        text        not null constraint segment_name_ck check (char_length(name) between 1 and 200),
    description text        not null constraint segment_description_ck check (char_length(description) <= 10000),
    condition   jsonb       not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint      not null,
    constraint segment_key_uk unique (project_id, key)
);
