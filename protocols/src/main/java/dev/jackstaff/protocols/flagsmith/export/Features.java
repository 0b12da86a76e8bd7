package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.Feature;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The feature that each flag of an environment is to Flagsmith's clients, whichever way they ask. Immutable. */
public final class Features {
    private final Map<String, Feature> byFlag;

    private Features(Map<String, Feature> byFlag) {
        this.byFlag = byFlag;
    }

    /** The features of a snapshot. The same flags in the same order always have the same ids. */
    public static Features of(Snapshot snapshot) {
        Ids ids = new Ids();
        Map<String, Feature> features = new HashMap<>();
        for (FlagDefinition flag : snapshot.flags()) {
            boolean several =
                    flag.type() != ValueType.BOOLEAN && flag.variants().size() > 1;
            String type = several ? Feature.MULTIVARIATE : Feature.STANDARD;
            features.put(flag.key(), new Feature(ids.of(flag.key()), flag.key(), type));
        }
        return new Features(Collections.unmodifiableMap(features));
    }

    /** The features of a document, as it has them. */
    public static Features of(EnvironmentDocument document) {
        Map<String, Feature> features = new HashMap<>();
        document.featureStates().forEach(state -> features.put(state.feature().name(), state.feature()));
        return new Features(Collections.unmodifiableMap(features));
    }

    /**
     * A flag's feature.
     *
     * @throws IllegalArgumentException where the snapshot has no such flag
     */
    public Feature of(String flag) {
        Feature feature = byFlag.get(flag);
        if (feature == null) {
            throw new IllegalArgumentException("no flag \"" + flag + "\"");
        }
        return feature;
    }
}
