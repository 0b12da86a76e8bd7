package dev.jackstaff.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A project with as much in it as a test wants; its flags are {@code flag-1} and following. */
final class FilledProject {
    /** The flag that was changed; it needs another one, and the administrator has a draft of it. */
    static final String BUSY = "flag-25";

    /** What is repeated for each person; they have the administrator's password. */
    private static final String USERS =
            """
            with added as (
                insert into hub_user (id, email, name, password_hash, active, created_at, version)
                select gen_random_uuid(), 'user-' || n || '@example.org', 'User ' || n, u.password_hash, true, now(), 0
                from (select password_hash from hub_user order by created_at limit 1) u cross join generate_series(1, %d) n
                returning id)
            insert into access_grant (id, user_id, role, origin, created_at, created_by, version)
            select gen_random_uuid(), id, 'viewer', 'manual', now(), 'test', 1 from added;
            """;

    /** Each tenth flag is needed by the nine after it, and is off where its number has two zeros. */
    private static final String FLAGS =
            """
            insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only, archived, variants,
                prerequisites, created_at, updated_at, version, recorded_version)
            select gen_random_uuid(), p.id, 'flag-' || n, 'Flag number ' || n, 'What it does', 'string', 'release', 'team',
                '["a","b"]', false, false, v.variants, case when n %% 10 = 0 or n < 10 then '[]' else jsonb_build_array(
                    jsonb_build_object('flag', 'flag-' || n / 10 * 10, 'variants', '[]'::jsonb)) end,
                now() - interval '1 day' * (n %% 200), now() - interval '1 day' * (n %% 200), 1, 1
            from project p cross join generate_series(1, %2$d) n
            cross join (select json_agg(json_build_object('key', 'v' || i, 'value', 'value ' || i)) as variants
                from generate_series(1, %4$d) i) v
            where p.key = '%1$s' and n not in (20, 25);
            insert into flag_state (id, flag_id, environment_id, enabled, off_variant, fallthrough, rules, rule_ids, updated_at,
                version, recorded_version)
            select gen_random_uuid(), f.id, e.id, f.key not like '%%00', 'v1', '{"serve":"v1"}', r.rules, r.ids, f.updated_at, 2, 2
            from flag f join project p on p.id = f.project_id and p.key = '%1$s'
            join environment e on e.project_id = f.project_id
            left join flag_state made on made.flag_id = f.id and made.environment_id = e.id
            cross join (select jsonb_agg(jsonb_build_object('name', 'Testers ' || i, 'condition', jsonb_build_object(
                    'attribute', 'country', 'operator', 'IN', 'values', '["SE"]'::jsonb),
                    'outcome', '{"serve":"v2"}'::jsonb)) as rules, jsonb_agg('r' || i) as ids
                from generate_series(1, %3$d) i) r
            where made.id is null;
            insert into flag_usage (flag_id, environment_id, hour, enabled, variant, application, sdk, evaluations)
            select f.id, e.id, date_trunc('hour', now()) - interval '1 hour' * h, true, 'v1', 'shop', 'sdk/1', 100
            from flag f join project p on p.id = f.project_id and p.key = '%1$s'
            join environment e on e.project_id = p.id and e.key in ('production', 'staging')
            cross join generate_series(0, 30) h where f.key like '%%1';
            analyze;
            """;

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final String path;

    private FilledProject(StackUnderTest installation, String key) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.path = "/projects/" + key;
    }

    /**
     * How much there is.
     *
     * @param environments at least 3
     * @param rules of each flag in each environment
     * @param variants of each flag, at least 2
     * @param changes of the flag {@link #BUSY}; an even number, so that it is on
     */
    record Size(int flags, int environments, int segments, int rules, int variants, int changes) {}

    static void make(StackUnderTest installation, String key, Size size) throws SQLException {
        FilledProject project = new FilledProject(installation, key);
        project.hub.post("/projects", Map.of("key", key, "name", key));
        for (int i = 3; i < size.environments; i++) {
            project.hub.post(
                    project.path + "/environments", Map.of("key", "environment-" + i, "name", "Environment " + i));
        }
        Map<String, Object> country = Map.of("attribute", "country", "operator", "IN", "values", List.of("SE", "NO"));
        for (int i = 0; i < size.segments; i++) {
            project.hub.post(
                    project.path + "/segments",
                    Map.of("key", "segment-" + i, "name", "Segment " + i, "condition", country));
        }
        project.makeBusyFlag(size);
        project.change(size.changes);
        project.execute(FLAGS.formatted(key, size.flags, size.rules, size.variants));
    }

    /** Not by statements, so that there is a history of it; and before the others, which are more than a hub takes. */
    private void makeBusyFlag(Size size) {
        hub.post(path + "/flags", Map.of("key", "flag-20", "type", "boolean"));
        hub.post(
                path + "/flags",
                Map.of(
                        "key",
                        BUSY,
                        "type",
                        "string",
                        "prerequisites",
                        List.of(Map.of("flag", "flag-20", "variants", List.of())),
                        "variants",
                        each(size.variants, i -> Map.of("key", "v" + i, "value", "value " + i))));
        Map<String, Object> state = Map.of(
                "enabled",
                true,
                "fallthrough",
                Map.of("serve", "v1"),
                "offVariant",
                "v1",
                "rules",
                each(
                        size.rules,
                        i -> Map.of(
                                "name",
                                "Testers " + i,
                                "condition",
                                Map.of("attribute", "country", "operator", "IN", "values", List.of("SE")),
                                "outcome",
                                Map.of("serve", "v2"))));
        hub.get(path + "/environments")
                .forEach(environment -> hub.put(
                        path + "/flags/" + BUSY + "/environments/"
                                + environment.path("key").asText(),
                        state));
    }

    private static List<Map<String, Object>> each(int number, IntFunction<Map<String, Object>> made) {
        return IntStream.rangeClosed(1, number).mapToObj(made).toList();
    }

    private void change(int times) {
        String flag = path + "/flags/" + BUSY;
        hub.post(
                flag + "/environments/production/draft",
                Map.of("changes", List.of(Map.of("type", "set-off-variant", "variant", "v2"))));
        hub.post(flag + "/draft", Map.of("changes", List.of(Map.of("type", "rename", "name", "Renamed"))));
        for (int i = 0; i < times; i++) {
            hub.post(flag + "/environments/production/toggle", Map.of("enabled", i % 2 == 1));
        }
    }

    /** Adds people of the names {@code user-1@example.org} and following, who have the administrator's password. */
    static void addViewers(StackUnderTest installation, int number) throws SQLException {
        new FilledProject(installation, "").execute(USERS.formatted(number));
    }

    private void execute(String statements) throws SQLException {
        try (Connection database = installation.database();
                var statement = database.createStatement()) {
            statement.execute(statements);
        }
    }
}
