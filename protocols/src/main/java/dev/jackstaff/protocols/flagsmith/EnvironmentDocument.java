package dev.jackstaff.protocols.flagsmith;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Flagsmith environment document: all that a client needs for local evaluation, the answer of {@code GET
 * /api/v1/environment-document/}.
 *
 * @param apiKey the client-side key; it takes part in the hash of every identity
 * @param updatedAt an RFC 3339 instant with its zone; null if the server does not send it
 * @param hideDisabledFlags null for the project's setting
 * @param useIdentityCompositeKeyForHashing relevant to Flagsmith's own server only, which otherwise hashes its database
 *     ids: local evaluation always hashes the composite key
 */
public record EnvironmentDocument(
        long id,
        String apiKey,
        String name,
        @Nullable String updatedAt,
        boolean allowClientTraits,
        @Nullable Boolean hideDisabledFlags,
        boolean hideSensitiveData,
        boolean useIdentityCompositeKeyForHashing,
        boolean useIdentityOverridesInLocalEval,
        Project project,
        List<FeatureState> featureStates,
        List<IdentityOverride> identityOverrides) {
    /** The dialect name of these documents in snapshots. */
    public static final String DIALECT = "flagsmith";

    public EnvironmentDocument {
        featureStates = List.copyOf(featureStates);
        identityOverrides = List.copyOf(identityOverrides);
    }

    /** Whether clients other than servers see enabled flags only. */
    public boolean hidesDisabledFlags() {
        return hideDisabledFlags == null ? project.hideDisabledFlags() : hideDisabledFlags;
    }

    /** An environment document as Flagsmith creates a new one. */
    public static EnvironmentDocument of(
            String apiKey,
            String name,
            Project project,
            List<FeatureState> featureStates,
            List<IdentityOverride> identityOverrides) {
        return new EnvironmentDocument(
                0, apiKey, name, null, true, null, false, true, true, project, featureStates, identityOverrides);
    }

    /**
     * The properties that all environments of one project share.
     *
     * @param serverKeyOnlyFeatureIds the features that client keys must not see
     */
    public record Project(
            long id,
            String name,
            boolean hideDisabledFlags,
            boolean enableRealtimeUpdates,
            List<Long> serverKeyOnlyFeatureIds,
            Organisation organisation,
            List<FlagsmithSegment> segments) {
        public Project {
            serverKeyOnlyFeatureIds = List.copyOf(serverKeyOnlyFeatureIds);
            segments = List.copyOf(segments);
        }

        public static Project of(String name, List<FlagsmithSegment> segments) {
            return new Project(0, name, false, false, List.of(), Organisation.UNNAMED, segments);
        }
    }

    /** The organisation that owns a project. */
    public record Organisation(
            long id, String name, boolean featureAnalytics, boolean stopServingFlags, boolean persistTraitData) {
        static final Organisation UNNAMED = new Organisation(0, "", false, false, true);
    }
}
