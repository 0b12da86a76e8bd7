-- From where, on whose behalf and why something was done, with the instructions of the change. What was written is kept letter by letter
-- (json, not jsonb), so that an entry can be sealed.

alter table audit_entry
    add column channel      text not null default '',
    add column address      text not null default '',
    add column request_id   text not null default '',
    add column on_behalf_of text not null default '',
    add column reason       text not null default '',
    add column ticket       text not null default '',
    add column instructions json,
    alter column before type json using cast(before as json),
    alter column after type json using cast(after as json);

comment on column audit_entry.channel is 'How the request came: page, api, command, ...; empty in entries from before this was recorded.';
comment on column audit_entry.request_id is 'The same for all that one request writes, in however many transactions; empty for the work of the hub itself.';
comment on column audit_entry.instructions is 'Of the whole change, in its first entry; null in the others.';

-- The trail is filtered by actor, action, subject, environment and time, the latest first.
create index audit_entry_actor_ix on audit_entry (actor, id);
create index audit_entry_action_ix on audit_entry (action, id);
create index audit_entry_subject_ix on audit_entry (resource, key, id);
create index audit_entry_environment_ix on audit_entry (project, environment, id);
create index audit_entry_request_ix on audit_entry (request_id) where request_id <> '';
create index audit_entry_at_ix on audit_entry (at, id);
