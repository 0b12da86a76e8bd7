package dev.jackstaff.protocols.flagsmith;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Organisation;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Project;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader of Flagsmith environment documents, which accepts a document as a whole or not at all. Unknown members are
 * skipped, nulls mean absence, and a shape that Flagsmith does not use is refused with its place. Only {@code api_key},
 * {@code project} and {@code feature_states} are required.
 */
public final class EnvironmentDocumentReader {
    /** The maximum number of feature states in a document, a segment or an identity. */
    public static final int MAX_FEATURES = 10_000;

    public static final int MAX_SEGMENTS = 10_000;
    public static final int MAX_IDENTITY_OVERRIDES = 1_000_000;

    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final FeatureStateReader states;
    private final FlagsmithSegmentReader segments;

    private EnvironmentDocumentReader(DocumentReader reader) {
        this.reader = reader;
        this.tolerant = new TolerantReader(reader);
        this.states = new FeatureStateReader(reader, tolerant);
        this.segments = new FlagsmithSegmentReader(reader, tolerant, states);
    }

    /**
     * The document in UTF-8 bytes.
     *
     * @throws DocumentException if the bytes are no such document; the message names the line, the column and the
     *     member
     */
    public static EnvironmentDocument read(byte[] document) {
        return DocumentReader.readWhole(document, reader -> new EnvironmentDocumentReader(reader).document());
    }

    /** The document in a text; see {@link #read(byte[])}. */
    public static EnvironmentDocument read(String document) {
        return DocumentReader.readWhole(document, reader -> new EnvironmentDocumentReader(reader).document());
    }

    private EnvironmentDocument document() {
        var read = new Object() {
            long id;

            @Nullable
            String apiKey;

            @Nullable
            String name;

            @Nullable
            String updatedAt;

            boolean allowClientTraits = true;

            @Nullable
            Boolean hideDisabledFlags;

            boolean hideSensitiveData;
            boolean compositeKey = true;
            boolean localOverrides = true;

            @Nullable
            Project project;

            @Nullable
            List<FeatureState> featureStates;

            List<IdentityOverride> identityOverrides = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = states.number(0);
                case "api_key" -> read.apiKey = reader.string();
                case "name" -> read.name = tolerant.optionalText();
                case "updated_at" -> read.updatedAt = tolerant.optionalText();
                case "allow_client_traits" -> read.allowClientTraits = tolerant.bool(true);
                case "hide_disabled_flags" -> read.hideDisabledFlags = reader.isNull() ? null : (Boolean) reader.bool();
                case "hide_sensitive_data" -> read.hideSensitiveData = tolerant.bool(false);
                case "use_identity_composite_key_for_hashing" -> read.compositeKey = tolerant.bool(true);
                case "use_identity_overrides_in_local_eval" -> read.localOverrides = tolerant.bool(true);
                case "project" -> read.project = project();
                case "feature_states" -> read.featureStates = states.states();
                case "identity_overrides" ->
                    read.identityOverrides =
                            states.boundedList(MAX_IDENTITY_OVERRIDES, "identity overrides", this::identityOverride);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new EnvironmentDocument(
                read.id,
                tolerant.required(read.apiKey, "an environment document needs \"api_key\""),
                read.name == null ? "" : read.name,
                read.updatedAt,
                read.allowClientTraits,
                read.hideDisabledFlags,
                read.hideSensitiveData,
                read.compositeKey,
                read.localOverrides,
                tolerant.required(read.project, "an environment document needs \"project\""),
                tolerant.required(read.featureStates, "an environment document needs \"feature_states\""),
                read.identityOverrides);
    }

    private Project project() {
        var read = new Object() {
            long id;

            @Nullable
            String name;

            boolean hideDisabledFlags;
            boolean enableRealtimeUpdates;
            List<Long> serverKeyOnly = List.of();
            Organisation organisation = Organisation.UNNAMED;
            List<FlagsmithSegment> segments = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = states.number(0);
                case "name" -> read.name = tolerant.optionalText();
                case "hide_disabled_flags" -> read.hideDisabledFlags = tolerant.bool(false);
                case "enable_realtime_updates" -> read.enableRealtimeUpdates = tolerant.bool(false);
                case "server_key_only_feature_ids" -> read.serverKeyOnly = tolerant.list(reader::longInteger);
                case "organisation" -> read.organisation = reader.isNull() ? Organisation.UNNAMED : organisation();
                case "segments" -> read.segments = states.boundedList(MAX_SEGMENTS, "segments", segments::segment);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Project(
                read.id,
                read.name == null ? "" : read.name,
                read.hideDisabledFlags,
                read.enableRealtimeUpdates,
                read.serverKeyOnly,
                read.organisation,
                read.segments);
    }

    private Organisation organisation() {
        var read = new Object() {
            long id;

            @Nullable
            String name;

            boolean featureAnalytics;
            boolean stopServingFlags;
            boolean persistTraitData = true;
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = states.number(0);
                case "name" -> read.name = tolerant.optionalText();
                case "feature_analytics" -> read.featureAnalytics = tolerant.bool(false);
                case "stop_serving_flags" -> read.stopServingFlags = tolerant.bool(false);
                case "persist_trait_data" -> read.persistTraitData = tolerant.bool(true);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Organisation(
                read.id,
                read.name == null ? "" : read.name,
                read.featureAnalytics,
                read.stopServingFlags,
                read.persistTraitData);
    }

    private IdentityOverride identityOverride() {
        var read = new Object() {
            @Nullable
            String identifier;

            @Nullable
            String environmentApiKey;

            @Nullable
            String identityUuid;

            @Nullable
            String createdDate;

            @Nullable
            Long djangoId;

            @Nullable
            String compositeKey;

            List<FeatureState> features = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "identifier" -> read.identifier = tolerant.text();
                case "environment_api_key" -> read.environmentApiKey = tolerant.optionalText();
                case "identity_uuid" -> read.identityUuid = tolerant.optionalText();
                case "created_date" -> read.createdDate = tolerant.optionalText();
                case "django_id" -> read.djangoId = states.optionalNumber();
                case "composite_key" -> read.compositeKey = tolerant.optionalText();
                case "identity_features" -> read.features = states.states();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new IdentityOverride(
                tolerant.required(read.identifier, "an identity override needs \"identifier\""),
                read.environmentApiKey,
                read.identityUuid,
                read.createdDate,
                read.djangoId,
                read.compositeKey,
                read.features);
    }
}
