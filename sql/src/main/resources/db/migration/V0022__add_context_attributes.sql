-- The attributes of evaluation contexts that a project knows: their type, what they are, and their legal values.

create table context_attribute (
    id               uuid        not null constraint context_attribute_pk primary key,
    project_id       uuid        not null constraint context_attribute_project_fk references project on delete cascade,
    name             text        collate "C" not null
                                 constraint context_attribute_name_ck check (char_length(name) between 1 and 100),
    type             text        not null,
    description      text        not null constraint context_attribute_description_ck check (char_length(description) <= 10000),
    legal_values     jsonb       not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    version          bigint      not null,
    recorded_version bigint      not null default 0,
    constraint context_attribute_name_uk unique (project_id, name)
);

comment on table context_attribute is 'Tells people what there is. No snapshot holds it.';
comment on column context_attribute.legal_values is 'An array of strings; empty if every value is legal.';

create index context_attribute_unrecorded_ix on context_attribute (project_id) where version <> recorded_version;

create table context_attribute_version (
    project_id       uuid    not null constraint context_attribute_version_project_fk references project on delete cascade,
    name             text    collate "C" not null,
    project_revision bigint  not null,
    deleted          boolean not null default false,
    type             text    not null,
    description      text    not null,
    legal_values     jsonb   not null,
    constraint context_attribute_version_pk primary key (project_id, name, project_revision)
);

comment on column context_attribute_version.deleted is 'The attribute was deleted in this revision; the row holds what it was.';
