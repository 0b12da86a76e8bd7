package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.FlagsmithFeature;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The Flagsmith feature of each flag of an environment, the same in every API. Immutable. */
public final class FeatureCatalog {
    private final Map<String, FlagsmithFeature> byFlag;

    private FeatureCatalog(Map<String, FlagsmithFeature> byFlag) {
        this.byFlag = byFlag;
    }

    /** The features of a snapshot. Equal flags in equal order always have equal ids. */
    public static FeatureCatalog of(Snapshot snapshot) {
        IdAllocator ids = new IdAllocator();
        Map<String, FlagsmithFeature> features = new HashMap<>();
        for (FlagDefinition flag : snapshot.flags()) {
            boolean several =
                    flag.type() != ValueType.BOOLEAN && flag.variants().size() > 1;
            String type = several ? FlagsmithFeature.MULTIVARIATE : FlagsmithFeature.STANDARD;
            features.put(flag.key(), new FlagsmithFeature(ids.allocate(flag.key()), flag.key(), type));
        }
        return new FeatureCatalog(Collections.unmodifiableMap(features));
    }

    /** The features of an environment document. */
    public static FeatureCatalog of(EnvironmentDocument document) {
        Map<String, FlagsmithFeature> features = new HashMap<>();
        document.featureStates().forEach(state -> features.put(state.feature().name(), state.feature()));
        return new FeatureCatalog(Collections.unmodifiableMap(features));
    }

    /**
     * The feature of a flag.
     *
     * @throws IllegalArgumentException if the snapshot has no such flag
     */
    public FlagsmithFeature of(String flag) {
        FlagsmithFeature feature = byFlag.get(flag);
        if (feature == null) {
            throw new IllegalArgumentException("no flag \"" + flag + "\"");
        }
        return feature;
    }
}
