package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recorded versions of flags, of their settings, and of segments, by their ids. They are written where revisions are raised. */
@ApplicationScoped
public class VersionStore {
    private static final String DETAILS =
            """
            v.name, v.description, v.kind, v.owner, cast(v.tags as text), v.server_only, cast(v.variants as text),
            cast(v.prerequisites as text), cast(v.traits as text), v.type, v.archived, v.deleted, v.key, cast(v.flag_id as text), v.project_revision
            """;

    private static final String FLAGS_AT = "select distinct on (v.flag_id) " + DETAILS
            + """
            from flag_version v where v.project_id = cast(?1 as uuid) and v.project_revision <= ?2
            order by v.flag_id, v.project_revision desc
            """;

    private static final String VERSIONS_OF_FLAG = "select " + DETAILS
            + """
            , r.at, %s
            from flag_version v
            join project_revision r on r.project_id = v.project_id and r.revision = v.project_revision
            left join change c on c.id = r.change_id
            where v.project_id = cast(?1 as uuid) and v.flag_id = cast(?2 as uuid) and v.project_revision < ?3
            order by v.project_revision desc
            """
                    .formatted(ChangeRecordStore.COLUMNS);

    private static final String SETTINGS =
            """
            v.enabled, v.off_variant, cast(v.fallthrough as text), cast(v.rules as text), cast(v.rule_ids as text),
            cast(v.variant_values as text), cast(v.flag_id as text), v.revision
            """;

    private static final String SETTINGS_AT = "select distinct on (v.flag_id) " + SETTINGS
            + """
            from flag_state_version v where v.environment_id = cast(?1 as uuid) and v.revision <= ?2
            order by v.flag_id, v.revision desc
            """;

    private static final String SETTINGS_OF_SOME_AT = "select " + SETTINGS
            + """
            from unnest(cast(?3 as uuid[])) as wanted (id)
            cross join lateral (
                select * from flag_state_version v
                where v.environment_id = cast(?1 as uuid) and v.flag_id = wanted.id and v.revision <= ?2
                order by v.revision desc limit 1) v
            """;

    private static final String VERSIONS_OF_SETTINGS = "select " + SETTINGS
            + """
            , r.at, %s
            from flag_state_version v
            join environment_revision r on r.environment_id = v.environment_id and r.revision = v.revision
            left join change c on c.id = r.change_id
            where v.environment_id = cast(?1 as uuid) and v.flag_id = cast(?2 as uuid) and v.revision < ?3
            order by v.revision desc
            """
                    .formatted(ChangeRecordStore.COLUMNS);

    private static final String SEGMENTS_AT =
            """
            select distinct on (v.segment_id) v.name, v.description, cast(v.condition as text), v.deleted, v.key,
                cast(v.segment_id as text)
            from segment_version v where v.project_id = cast(?1 as uuid) and v.project_revision <= ?2
            order by v.segment_id, v.project_revision desc
            """;

    @Inject
    EntityManager entities;

    /**
     * A flag as it was.
     *
     * @param deleted whether it was deleted with this version; then it is what the flag was before
     * @param projectRevision since when it was so
     */
    public record FlagVersion(
            UUID id, FlagKey key, FlagDetails details, boolean archived, boolean deleted, long projectRevision) {}

    /** A segment as it was. */
    public record SegmentVersion(UUID id, SegmentKey key, SegmentDetails details, boolean deleted) {}

    /**
     * A version with the change that made it.
     *
     * @param revision since when it is so: of the project, or of the environment
     * @param change null if that is not recorded
     */
    public record Recorded<T>(T version, long revision, Instant at, @Nullable ChangeRecord change) {
        /** The version of a row, with the columns from one on: the time, and those of the change. */
        static <T> Recorded<T> of(T version, long revision, Object[] row, int first) {
            return new Recorded<>(
                    version,
                    revision,
                    NativeColumns.instant(row[first]),
                    row[first + 1] == null ? null : ChangeRecordStore.read(row, first + 1));
        }
    }

    /** All flags of a project as of one of its revisions, deleted ones too, by id. */
    public Map<UUID, FlagVersion> flagsAt(Project project, long projectRevision) {
        Map<UUID, FlagVersion> found = new HashMap<>();
        rows(FLAGS_AT, project.id(), projectRevision).forEach(row -> {
            FlagVersion version = flag(row);
            found.put(version.id(), version);
        });
        return found;
    }

    /** The versions of a flag below a revision of its project, latest first. */
    public List<Recorded<FlagVersion>> versionsOfFlag(UUID project, UUID flag, long below, int limit) {
        return rows(VERSIONS_OF_FLAG, project, flag, below, limit)
                .map(row -> Recorded.of(flag(row), NativeColumns.number(row[14]), row, 15))
                .toList();
    }

    /** The settings of all flags in an environment as of one of its revisions, by the id of the flag. */
    public Map<UUID, FlagSettings> settingsAt(Environment environment, long revision) {
        return settings(rows(SETTINGS_AT, environment.id(), revision));
    }

    /** As above, of these flags. */
    public Map<UUID, FlagSettings> settingsAt(Environment environment, long revision, Collection<UUID> flags) {
        List<?> rows = entities.createNativeQuery(SETTINGS_OF_SOME_AT)
                .setParameter(1, environment.id().toString())
                .setParameter(2, revision)
                .setParameter(3, NativeColumns.array(flags))
                .getResultList();
        return settings(rows);
    }

    private static Map<UUID, FlagSettings> settings(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> UUID.fromString((String) row[6]), HistoryRows::settings));
    }

    /** The versions of a flag's settings in an environment below one of its revisions, latest first. */
    public List<Recorded<FlagSettings>> versionsOfSettings(UUID environment, UUID flag, long below, int limit) {
        return rows(VERSIONS_OF_SETTINGS, environment, flag, below, limit)
                .map(row -> Recorded.of(HistoryRows.settings(row), NativeColumns.number(row[7]), row, 8))
                .toList();
    }

    /** All segments of a project as of one of its revisions, deleted ones too. */
    public List<SegmentVersion> segmentsAt(Project project, long projectRevision) {
        return rows(SEGMENTS_AT, project.id(), projectRevision).stream()
                .map(row -> new SegmentVersion(
                        UUID.fromString((String) row[5]),
                        new SegmentKey((String) row[4]),
                        new SegmentDetails(
                                (String) row[0], (String) row[1], DefinitionReader.condition((String) row[2])),
                        (Boolean) row[3]))
                .toList();
    }

    /** Whether a revision of an environment is recorded. */
    public boolean isRecorded(Environment environment, long revision) {
        return exists(
                "select 1 from environment_revision where environment_id = cast(?1 as uuid) and revision = ?2",
                environment.id(),
                revision);
    }

    /** Whether a revision of a project is recorded. */
    public boolean isRecorded(Project project, long projectRevision) {
        return exists(
                "select 1 from project_revision where project_id = cast(?1 as uuid) and revision = ?2",
                project.id(),
                projectRevision);
    }

    private boolean exists(String statement, UUID id, long revision) {
        return !entities.createNativeQuery(statement)
                .setParameter(1, id.toString())
                .setParameter(2, revision)
                .getResultList()
                .isEmpty();
    }

    private Stream<Object[]> rows(String statement, UUID place, UUID flag, long below, int limit) {
        List<?> rows = entities.createNativeQuery(statement)
                .setParameter(1, place.toString())
                .setParameter(2, flag.toString())
                .setParameter(3, below)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(Object[].class::cast);
    }

    private List<Object[]> rows(String statement, UUID id, long revision) {
        List<?> rows = entities.createNativeQuery(statement)
                .setParameter(1, id.toString())
                .setParameter(2, revision)
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static FlagVersion flag(Object[] row) {
        ValueType type = FlagDetails.TYPES.find((String) row[9]).orElseThrow();
        return new FlagVersion(
                UUID.fromString((String) row[13]),
                new FlagKey((String) row[12]),
                HistoryRows.details(type, row),
                (Boolean) row[10],
                (Boolean) row[11],
                NativeColumns.number(row[14]));
    }
}
