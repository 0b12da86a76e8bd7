package dev.jackstaff.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the database of a hub has, so that two moments can be compared. What changes by itself is left out. */
final class HubContent {
    private static final List<String> TABLES = List.of(
            "project",
            "environment",
            "segment",
            "context_attribute",
            "stale_policy",
            "flag",
            "flag_state",
            "flag_restoration",
            "draft",
            "saved_view",
            "favourite",
            "user_setting",
            "api_key",
            "hub_user",
            "user_group",
            "service_account",
            "access_role",
            "access_grant",
            "access_token",
            "change");

    private static final String SUM =
            """
            select count(*) || ' rows, ' || coalesce(md5(string_agg(one, '|' order by one)), '')
            from (select (to_jsonb(t) - 'last_used_at')::text as one from %s t) rows
            """;

    private HubContent() {}

    /** A checksum of each table. */
    static Map<String, String> of(StackUnderTest installation) {
        Map<String, String> sums = new TreeMap<>();
        try (Connection database = installation.database();
                Statement statement = database.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet sum = statement.executeQuery(SUM.formatted(table))) {
                    sum.next();
                    sums.put(table, sum.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return sums;
    }
}
