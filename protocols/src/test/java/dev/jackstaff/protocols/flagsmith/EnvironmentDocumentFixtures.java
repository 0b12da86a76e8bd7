package dev.jackstaff.protocols.flagsmith;

import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Organisation;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Project;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readable builders of environment documents. */
public final class EnvironmentDocumentFixtures {
    public static final String KEY = "test_env";
    public static final String NAME = "Production";

    private EnvironmentDocumentFixtures() {}

    public static Builder anEnvironment() {
        return new Builder();
    }

    public static SegmentCondition when(String operator, String property, @Nullable String value) {
        return new SegmentCondition(operator, property, value);
    }

    public static SegmentRule rule(String type, SegmentCondition... conditions) {
        return SegmentRule.ofConditions(type, List.of(conditions));
    }

    public static SegmentRule rule(String type, SegmentRule... rules) {
        return SegmentRule.ofRules(type, List.of(rules));
    }

    public static State state(String feature) {
        return new State(feature);
    }

    /** A builder of a feature state, initially disabled and without a value. */
    public static final class State {
        private final String feature;
        private boolean enabled;
        private @Nullable Value value;
        private @Nullable Long djangoId;
        private @Nullable Long priority;
        private final List<MultivariateValue> values = new ArrayList<>();

        private State(String feature) {
            this.feature = feature;
        }

        public State on() {
            enabled = true;
            return this;
        }

        public State value(@Nullable Value is) {
            value = is;
            return this;
        }

        public State value(String text) {
            return value(Value.of(text));
        }

        public State key(long id) {
            djangoId = id;
            return this;
        }

        public State priority(long is) {
            priority = is;
            return this;
        }

        public State split(@Nullable Long id, String weight, String served, @Nullable String key) {
            values.add(new MultivariateValue(id, "", new BigDecimal(weight), Value.of(served), null, key));
            return this;
        }

        public State split(String uuid, String weight, String served) {
            values.add(new MultivariateValue(null, uuid, new BigDecimal(weight), Value.of(served), null, null));
            return this;
        }

        FeatureState build() {
            String type = values.isEmpty() ? FlagsmithFeature.STANDARD : FlagsmithFeature.MULTIVARIATE;
            return new FeatureState(
                    new FlagsmithFeature(Math.floorMod(feature.hashCode(), 1_000), feature, type),
                    enabled,
                    value,
                    djangoId,
                    "00000000-0000-4000-8000-000000000000",
                    priority,
                    values);
        }
    }

    /** A builder of an environment document. */
    public static final class Builder {
        private final List<FeatureState> features = new ArrayList<>();
        private final List<FlagsmithSegment> segments = new ArrayList<>();
        private final List<IdentityOverride> identities = new ArrayList<>();
        private final List<Long> serverOnly = new ArrayList<>();

        public Builder with(State... states) {
            for (State state : states) {
                features.add(state.build());
            }
            return this;
        }

        public Builder segment(int id, String name, List<SegmentRule> rules, State... states) {
            List<FeatureState> overrides = new ArrayList<>();
            for (State state : states) {
                overrides.add(state.build());
            }
            segments.add(new FlagsmithSegment(id, name, rules, overrides));
            return this;
        }

        public Builder identity(String identifier, State... states) {
            List<FeatureState> overrides = new ArrayList<>();
            for (State state : states) {
                overrides.add(state.build());
            }
            identities.add(IdentityOverride.of(identifier, overrides));
            return this;
        }

        public Builder serverOnly(String feature) {
            serverOnly.add(state(feature).build().feature().id());
            return this;
        }

        public EnvironmentDocument build() {
            Project project = new Project(
                    1, "p", false, false, serverOnly, new Organisation(1, "o", false, false, true), segments);
            return EnvironmentDocument.of(KEY, NAME, project, features, identities);
        }
    }
}
