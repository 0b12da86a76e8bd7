package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StalePolicy;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The stale policies of projects in the database. */
@ApplicationScoped
public class StalePolicyStore {
    private static final String READ =
            """
            select release_days, experiment_days, operational_days, kill_switch_days, permission_days, usage_days, version
            from stale_policy where project_id = cast(?1 as uuid)
            """;

    private static final String READ_WITH_REVISION =
            """
            select s.release_days, s.experiment_days, s.operational_days, s.kill_switch_days, s.permission_days, s.usage_days,
                s.version, p.revision
            from project p left join stale_policy s on s.project_id = p.id where p.id = cast(?1 as uuid)
            """;

    private static final String ADD =
            """
            insert into stale_policy (project_id, release_days, experiment_days, operational_days, kill_switch_days,
                permission_days, usage_days, version)
            values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7, 0) on conflict do nothing
            """;

    private static final String REPLACE =
            """
            update stale_policy set release_days = ?2, experiment_days = ?3, operational_days = ?4, kill_switch_days = ?5,
                permission_days = ?6, usage_days = ?7, version = version + 1
            where project_id = cast(?1 as uuid)
            """;

    /** The kinds in the order of their columns. */
    private static final List<FlagKind> COLUMNS = List.of(
            FlagKind.RELEASE, FlagKind.EXPERIMENT, FlagKind.OPERATIONAL, FlagKind.KILL_SWITCH, FlagKind.PERMISSION);

    @Inject
    EntityManager entities;

    /**
     * The policy of a project.
     *
     * @param version counts its changes; 0 for a project that has the defaults
     */
    public record Stored(StalePolicy policy, long version) {}

    public Stored find(Project project) {
        return read(project, READ);
    }

    /** A policy, and the revision that its project has now. */
    public record AtRevision(StalePolicy policy, long projectRevision) {}

    /** The policy of a project with the project's revision. */
    public AtRevision findAtRevision(Project project) {
        Object[] row = (Object[]) entities.createNativeQuery(READ_WITH_REVISION)
                .setParameter(1, project.id().toString())
                .getSingleResult();
        StalePolicy policy = row[0] == null ? StalePolicy.DEFAULT : stored(row).policy();
        return new AtRevision(policy, NativeColumns.number(row[row.length - 1]));
    }

    /** The policy, locked until the transaction ends. */
    public Stored findForUpdate(Project project) {
        execute(ADD, project, StalePolicy.DEFAULT);
        return read(project, READ + " for update");
    }

    /** Replaces a policy that was found for update. */
    public void replace(Project project, StalePolicy policy) {
        execute(REPLACE, project, policy);
    }

    private Stored read(Project project, String statement) {
        List<?> rows = entities.createNativeQuery(statement)
                .setParameter(1, project.id().toString())
                .getResultList();
        return rows.isEmpty() ? new Stored(StalePolicy.DEFAULT, 0) : stored((Object[]) rows.get(0));
    }

    private static Stored stored(Object[] row) {
        Map<FlagKind, Integer> lifetimes = new EnumMap<>(FlagKind.class);
        for (int i = 0; i < COLUMNS.size(); i++) {
            lifetimes.put(COLUMNS.get(i), days(row[i]));
        }
        int next = COLUMNS.size();
        return new Stored(new StalePolicy(lifetimes, days(row[next])), NativeColumns.number(row[next + 1]));
    }

    private static int days(Object column) {
        return Math.toIntExact(NativeColumns.number(column));
    }

    private void execute(String statement, Project project, StalePolicy policy) {
        Query query = entities.createNativeQuery(statement)
                .setParameter(1, project.id().toString());
        int place = 2;
        for (FlagKind kind : COLUMNS) {
            query.setParameter(place++, policy.lifetime(kind));
        }
        query.setParameter(place, policy.usageDays()).executeUpdate();
    }
}
