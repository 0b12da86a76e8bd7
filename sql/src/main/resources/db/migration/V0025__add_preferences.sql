-- What each person prefers: flags to find again, views of the list of flags, and settings.

create table favourite (
    user_id   uuid        not null constraint favourite_user_fk references hub_user on delete cascade,
    flag_id   uuid        not null constraint favourite_flag_fk references flag on delete cascade,
    marked_at timestamptz not null,
    constraint favourite_pk primary key (user_id, flag_id)
);

create index favourite_flag_ix on favourite (flag_id);

create table saved_view (
    id         uuid        not null constraint saved_view_pk primary key,
    project_id uuid        not null constraint saved_view_project_fk references project on delete cascade,
    user_id    uuid        not null constraint saved_view_user_fk references hub_user on delete cascade,
    name       text        not null constraint saved_view_name_ck check (char_length(name) between 1 and 100),
    query      text        not null constraint saved_view_query_ck check (char_length(query) <= 2000),
    shared     boolean     not null,
    created_at timestamptz not null
);

create index saved_view_project_ix on saved_view (project_id, user_id);
create index saved_view_user_ix on saved_view (user_id);

comment on column saved_view.query is 'The query string of the list of flags, without the question mark.';
comment on column saved_view.shared is 'Whether all who see the project see the view. Its owner alone changes it.';

create table user_setting (
    user_id uuid not null constraint user_setting_user_fk references hub_user on delete cascade,
    name    text not null,
    value   text not null constraint user_setting_value_ck check (char_length(value) <= 1000),
    constraint user_setting_pk primary key (user_id, name)
);
