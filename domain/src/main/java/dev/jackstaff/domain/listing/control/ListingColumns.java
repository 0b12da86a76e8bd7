package dev.jackstaff.domain.listing.control;

/** The columns of a list that are read only for the flags of a page. */
final class ListingColumns {
    /** The latest change of the settings, and the number of their changes. */
    private static final String STATE_CHANGES =
            """
            (select max(s.updated_at) from flag_state s where s.flag_id = f.id and s.version > 1),
            (select coalesce(sum(s.version - 1), 0) from flag_state s where s.flag_id = f.id and s.version > 1)
            """;

    /** Who made the latest change of the flag, or of its settings. */
    private static final String CHANGED_BY =
            """
            (select c.actor from (
                (select r.change_id, s.updated_at as at from flag_state s
                    cross join lateral (select v.revision from flag_state_version v
                        where v.environment_id = s.environment_id and v.flag_id = s.flag_id
                        order by v.revision desc limit 1) v
                    join environment_revision r on r.environment_id = s.environment_id and r.revision = v.revision
                    where s.flag_id = f.id and s.version > 1
                    order by s.updated_at desc limit 1)
                union all
                (select r.change_id, f.updated_at from flag_version v
                    join project_revision r on r.project_id = v.project_id and r.revision = v.project_revision
                    where v.project_id = f.project_id and v.flag_id = f.id
                    order by v.project_revision desc limit 1)) latest
                join change c on c.id = latest.change_id order by latest.at desc limit 1)
            """;

    /** Pairs of an hour, in seconds since 1970, and the evaluations in it: {@code 1700000000=12,1700003600=7}. */
    private static final String HOURLY =
            """
            (select string_agg(h.hour || '=' || h.n, ',') from (
                select cast(extract(epoch from u.hour) as bigint) as hour, cast(sum(u.evaluations) as bigint) as n
                from flag_usage u where u.flag_id = f.id and u.hour >= cast(%s as timestamptz) group by u.hour) h)
            """;

    private ListingColumns() {}

    /** The columns after the id, the total, the mark and the reasons. */
    static String all(String firstHour) {
        return STATE_CHANGES + "," + CHANGED_BY + "," + HOURLY.formatted(firstHour);
    }
}
