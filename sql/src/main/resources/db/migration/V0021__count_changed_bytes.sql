-- What a change of settings adds to an environment's size is the difference of the settings that changed; a change of one flag does not
-- sum up all flags. History finds what was changed between two revisions by an index.

alter table flag_state add column recorded_bytes bigint not null default 0;

comment on column flag_state.recorded_bytes is 'The bytes as of recorded_version: what environment.content_bytes holds of them.';

update flag_state set recorded_bytes = bytes;

-- Volatile: it is called when the environment's row is locked, and sees what was committed while that was waited for.
alter function environment_content_bytes volatile;

update environment set content_bytes = environment_content_bytes(id, project_id);

create index flag_state_version_revision_ix on flag_state_version (environment_id, revision);
create index flag_version_revision_ix on flag_version (project_id, project_revision);
