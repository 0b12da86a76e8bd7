package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/** What was recorded of flags that are there now, found by keys with one statement. */
@ApplicationScoped
public class FlagVersions {
    private static final String SETTINGS_AT =
            """
            select v.enabled, v.off_variant, cast(v.fallthrough as text), cast(v.rules as text), cast(v.rule_ids as text),
                cast(v.variant_values as text)
            from project p join environment e on e.project_id = p.id join flag f on f.project_id = p.id
            join flag_state_version v on v.environment_id = e.id and v.flag_id = f.id
            where p.key = ?1 and f.key = ?2 and v.revision <= ?3 and e.key = ?4
            order by v.revision desc
            """;

    private static final String DETAILS_AT =
            """
            select v.name, v.description, v.kind, v.owner, cast(v.tags as text), v.server_only, cast(v.variants as text),
                cast(v.prerequisites as text), cast(v.traits as text), f.type
            from project p join flag f on f.project_id = p.id
            join flag_version v on v.project_id = p.id and v.flag_id = f.id
            where p.key = ?1 and f.key = ?2 and v.project_revision <= ?3
            order by v.project_revision desc
            """;

    private static final int TYPE = 9;

    @Inject
    EntityManager entities;

    /** The settings of a flag as of a revision of the environment; empty if they are not recorded. */
    public Optional<FlagStateDetails> settingsAt(
            ProjectKey project, FlagKey flag, EnvironmentKey environment, long revision) {
        return first(query(SETTINGS_AT, project, flag, revision).setParameter(4, environment.value()))
                .map(HistoryRows::settings)
                .map(FlagSettings::details);
    }

    /** The details of a flag as of a revision of the project; empty if they are not recorded. */
    public Optional<FlagDetails> detailsAt(ProjectKey project, FlagKey flag, long projectRevision) {
        return first(query(DETAILS_AT, project, flag, projectRevision))
                .map(row -> HistoryRows.details(
                        FlagDetails.TYPES.find((String) row[TYPE]).orElseThrow(), row));
    }

    private Query query(String statement, ProjectKey project, FlagKey flag, long revision) {
        return entities.createNativeQuery(statement)
                .setParameter(1, project.value())
                .setParameter(2, flag.value())
                .setParameter(3, revision);
    }

    private static Optional<Object[]> first(Query query) {
        List<?> rows = query.setMaxResults(1).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast);
    }
}
