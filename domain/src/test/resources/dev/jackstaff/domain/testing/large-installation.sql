-- Fills a project (:project) with flags (:flags) that have settings in all of its environments, and their first versions; and the audit
-- trail with entries (:entries), of which the project has a tenth.
insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only,
    archived, variants, prerequisites, created_at, updated_at, version, recorded_version)
select gen_random_uuid(), (select id from project where key = ':project'), 'flag-' || n, 'Flag number ' || n, 'What it does', 'boolean',
    'release', 'team', '["a","b"]', false, false,
    '[{"key":"on","value":true},{"key":"off","value":false}]', '[]', now(), now(), 1, 1
from generate_series(1, :flags) n;
insert into flag_state (id, flag_id, environment_id, enabled, off_variant, fallthrough, rules,
    rule_ids, updated_at, version, recorded_version, recorded_bytes)
select gen_random_uuid(), f.id, e.id, true, 'off', '{"serve":"on"}',
    '[{"name":"Testers","condition":{"attribute":"country","operator":"IN","values":["SE","NO"]},"outcome":{"serve":"on"}}]',
    '["one"]', now(), 1, 1, 0
from flag f join environment e on e.project_id = f.project_id where f.project_id = (select id from project where key = ':project');
update flag_state s set recorded_bytes = s.bytes from flag f
where f.id = s.flag_id and f.project_id = (select id from project where key = ':project');
insert into flag_version (flag_id, project_revision, project_id, key, name, description, type,
    kind, owner, tags, server_only, archived, variants, prerequisites)
select f.id, (select min(r.project_revision) from environment_revision r join environment e on e.id = r.environment_id where e.project_id = p.id),
    p.id, f.key, f.name, f.description, f.type, f.kind, f.owner, f.tags,
    f.server_only, f.archived, f.variants, f.prerequisites
from flag f join project p on p.id = f.project_id where p.id = (select id from project where key = ':project');
insert into flag_state_version (environment_id, flag_id, revision, enabled, off_variant,
    fallthrough, rules, rule_ids)
select s.environment_id, s.flag_id, e.revision, s.enabled, s.off_variant, s.fallthrough, s.rules,
    s.rule_ids
from flag_state s join environment e on e.id = s.environment_id where e.project_id = (select id from project where key = ':project');
update environment set content_bytes = environment_content_bytes(id, project_id)
where project_id = (select id from project where key = ':project');
insert into audit_entry (id, at, actor, actor_kind, action, resource, key, project, environment,
    before, after)
select nextval('audit_entry_id_seq'), now(), 'ada@example.org', 'user', 'updated', 'flag',
    'flag-' || n % 5000, case when n % 10 = 0 then ':project' else 'other' end, '', '{}', '{}'
from generate_series(1, :entries) n;
analyze flag, flag_state, flag_version, flag_state_version, audit_entry;
