package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.entity.Segment;
import dev.jackstaff.domain.storage.NativeColumns;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The recorded revisions and versions in the database. They are written where revisions are raised. */
@ApplicationScoped
public class HistoryStore {
    private static final String REVISIONS =
            """
            select revision, project_revision, at, change_id from environment_revision
            where environment_id = cast(?1 as uuid) and revision < ?2 order by revision desc
            """;

    private static final String REVISION_AT =
            """
            select revision from environment_revision where environment_id = cast(?1 as uuid) and at <= ?2
            order by revision desc
            """;

    private static final String SETTINGS_AT =
            """
            select enabled, off_variant, cast(fallthrough as text), cast(rules as text), cast(rule_ids as text),
                cast(variant_values as text)
            from flag_state_version
            where environment_id = cast(?1 as uuid) and flag_id = cast(?2 as uuid) and revision <= ?3
            order by revision desc
            """;

    /** A key may have been that of several flags, one after the other. */
    private static final String VALUES_AT =
            """
            select cast(variant_values as text)
            from flag_state_version
            where environment_id = cast(?1 as uuid) and revision <= ?3 and flag_id in (
                select id from flag where project_id = cast(?2 as uuid) and key = ?4
                union select flag_id from flag_version where project_id = cast(?2 as uuid) and key = ?4 and deleted)
            order by revision desc
            """;

    private static final String DETAILS_AT =
            """
            select name, description, kind, owner, cast(tags as text), server_only, cast(variants as text),
                cast(prerequisites as text), cast(traits as text)
            from flag_version
            where project_id = cast(?1 as uuid) and flag_id = cast(?2 as uuid) and project_revision <= ?3
            order by project_revision desc
            """;

    /** The last version of a flag, if it is one of its deletion; a flag that was brought back has a later one. */
    private static final String DELETED_FLAG =
            """
            select v.name, v.description, v.kind, v.owner, cast(v.tags as text), v.server_only, cast(v.variants as text),
                cast(v.prerequisites as text), cast(v.traits as text), v.type, v.archived
            from flag_version v
            where v.project_id = cast(?1 as uuid) and v.flag_id = cast(?2 as uuid) and v.key = ?3 and v.deleted
                and v.project_revision = (
                    select max(l.project_revision) from flag_version l where l.project_id = v.project_id and l.flag_id = v.flag_id)
            """;

    private static final String SEGMENT_AT =
            """
            select name, description, cast(condition as text) from segment_version
            where segment_id = cast(?1 as uuid) and project_revision <= ?2 and not deleted
            order by project_revision desc
            """;

    private static final String DELETED_SEGMENT =
            """
            select v.name, v.description, cast(v.condition as text) from segment_version v
            where v.project_id = cast(?1 as uuid) and v.segment_id = cast(?2 as uuid) and v.key = ?3 and v.deleted
                and v.project_revision = (
                    select max(l.project_revision) from segment_version l
                    where l.project_id = v.project_id and l.segment_id = v.segment_id)
            """;

    @Inject
    EntityManager entities;

    /**
     * A recorded revision of an environment.
     *
     * @param projectRevision the revision of the project that it holds
     * @param change the id of the change that raised it
     */
    public record RecordedRevision(long revision, long projectRevision, Instant at, long change) {}

    /** A flag that was deleted, as it was. */
    public record DeletedFlag(FlagDetails details, boolean archived) {}

    /** The revisions of an environment below one, latest first, at most {@code limit}. */
    public List<RecordedRevision> revisions(Environment environment, long below, int limit) {
        List<?> rows = entities.createNativeQuery(REVISIONS)
                .setParameter(1, environment.id().toString())
                .setParameter(2, below)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> recorded((Object[]) row)).toList();
    }

    /** The revision that an environment had at an instant; empty if that is not recorded. */
    public OptionalLong revisionAt(Environment environment, Instant instant) {
        List<?> rows = entities.createNativeQuery(REVISION_AT)
                .setParameter(1, environment.id().toString())
                .setParameter(2, Timestamp.from(instant))
                .setMaxResults(1)
                .getResultList();
        return rows.stream().mapToLong(NativeColumns::number).findFirst();
    }

    /** The settings of a flag in an environment as of a revision; empty if they are not recorded. */
    public Optional<FlagSettings> settingsAt(Environment environment, Flag flag, long revision) {
        return settingsAt(environment, flag.id(), revision);
    }

    /** As above, also of a flag that was deleted. */
    public Optional<FlagSettings> settingsAt(Environment environment, UUID flag, long revision) {
        List<?> rows = entities.createNativeQuery(SETTINGS_AT)
                .setParameter(1, environment.id().toString())
                .setParameter(2, flag.toString())
                .setParameter(3, revision)
                .setMaxResults(1)
                .getResultList();
        return rows.stream().findFirst().map(row -> HistoryRows.settings((Object[]) row));
    }

    /** The values that variants of a flag had in an environment only, as of a revision; none if they are not recorded. */
    public VariantValues valuesAt(Environment environment, FlagKey flag, long revision) {
        List<?> rows = entities.createNativeQuery(VALUES_AT)
                .setParameter(1, environment.id().toString())
                .setParameter(2, environment.projectId().toString())
                .setParameter(3, revision)
                .setParameter(4, flag.value())
                .setMaxResults(1)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> VariantValues.read((String) row))
                .orElse(VariantValues.NONE);
    }

    /** The details of a flag as of a revision of its project; empty if they are not recorded. */
    public Optional<FlagDetails> detailsAt(Flag flag, long projectRevision) {
        List<?> rows = entities.createNativeQuery(DETAILS_AT)
                .setParameter(1, flag.projectId().toString())
                .setParameter(2, flag.id().toString())
                .setParameter(3, projectRevision)
                .setMaxResults(1)
                .getResultList();
        return rows.stream().findFirst().map(row -> HistoryRows.details(flag.type(), (Object[]) row));
    }

    /** A flag that was deleted, as it was; empty if no flag of this id and key was, or that is not recorded any more. */
    public Optional<DeletedFlag> deletedFlag(Project project, FlagKey key, UUID id) {
        List<?> rows = entities.createNativeQuery(DELETED_FLAG)
                .setParameter(1, project.id().toString())
                .setParameter(2, id.toString())
                .setParameter(3, key.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DeletedFlag(
                        HistoryRows.details(
                                FlagDetails.TYPES.find((String) row[9]).orElseThrow(), row),
                        (Boolean) row[10]))
                .findFirst();
    }

    /** The details of a segment as of a revision of its project; empty if they are not recorded. */
    public Optional<SegmentDetails> segmentAt(Segment segment, long projectRevision) {
        return segmentDetails(entities.createNativeQuery(SEGMENT_AT)
                .setParameter(1, segment.id().toString())
                .setParameter(2, projectRevision)
                .setMaxResults(1)
                .getResultList());
    }

    /** A segment that was deleted, as it was; empty if none of this id and key was, or that is not recorded any more. */
    public Optional<SegmentDetails> deletedSegment(Project project, SegmentKey key, UUID id) {
        return segmentDetails(entities.createNativeQuery(DELETED_SEGMENT)
                .setParameter(1, project.id().toString())
                .setParameter(2, id.toString())
                .setParameter(3, key.value())
                .getResultList());
    }

    private static Optional<SegmentDetails> segmentDetails(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SegmentDetails(
                        (String) row[0], (String) row[1], DefinitionReader.condition((String) row[2])))
                .findFirst();
    }

    private static RecordedRevision recorded(Object[] row) {
        return new RecordedRevision(
                NativeColumns.number(row[0]),
                NativeColumns.number(row[1]),
                NativeColumns.instant(row[2]),
                NativeColumns.number(row[3]));
    }
}
