package dev.jackstaff.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a flag is asked for: whom it concerns, and what is known about them. Attributes are strings, longs, doubles, booleans,
 * lists and maps of such; JSON null counts as absent. Belongs to one request: chance is drawn once for all its flags.
 */
public final class EvaluationContext {
    /** OpenFeature's name for the subject. */
    public static final String TARGETING_KEY = "targetingKey";

    /** Unleash's name for the subject. Each of the two stands in for the other where only one is given. */
    public static final String USER_ID = "userId";

    public static final String SESSION_ID = "sessionId";
    public static final String CURRENT_TIME = "currentTime";

    private static final int LARGEST_RANDOM_ID = 9_999;

    private final Map<String, Object> attributes;
    private final Instant now;
    private int randomId;

    private EvaluationContext(Builder builder) {
        this.attributes = builder.attributes;
        this.now = builder.now == null ? Instant.now() : builder.now;
        this.randomId = builder.randomId;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A context that knows nothing but its subject. */
    public static EvaluationContext of(String targetingKey) {
        return builder().attribute(TARGETING_KEY, targetingKey).build();
    }

    /** The attribute as it was given; null where it is absent. */
    public @Nullable Object attribute(String name) {
        return attributes.get(name);
    }

    /** The attribute as text: numbers and booleans as JSON writes them; null where it is absent, a list or a map. */
    public @Nullable String text(String name) {
        return textOf(attributes.get(name));
    }

    /** The targeting key, else the user id. */
    public @Nullable String subject() {
        String key = text(TARGETING_KEY);
        return key != null ? key : text(USER_ID);
    }

    /** The instant at which the question is asked. */
    public Instant now() {
        return now;
    }

    /** A number within 1..9999, the same for all flags of this request. */
    public int randomId() {
        if (randomId == 0) {
            randomId = 1 + ThreadLocalRandom.current().nextInt(LARGEST_RANDOM_ID);
        }
        return randomId;
    }

    private static @Nullable String textOf(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        return value == null || value instanceof List || value instanceof Map ? null : value.toString();
    }

    /** Gathers a context. */
    public static final class Builder {
        private final Map<String, Object> attributes = new HashMap<>();
        private @Nullable Instant now;
        private int randomId;

        private Builder() {}

        /** Sets an attribute; a null value is the same as none. */
        public Builder attribute(String name, @Nullable Object value) {
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, checked(value));
            }
            return this;
        }

        /** Sets an attribute that is not there; a null value is the same as none. */
        public Builder attributeIfAbsent(String name, @Nullable Object value) {
            return attributes.containsKey(name) ? this : attribute(name, value);
        }

        /** The instant of the question; the system's clock where it is not said. */
        public Builder now(Instant instant) {
            now = instant;
            return this;
        }

        /** Chance, decided: a number within 1..9999. */
        public Builder randomId(int id) {
            randomId = id;
            return this;
        }

        public EvaluationContext build() {
            return new EvaluationContext(this);
        }

        private static Object checked(Object value) {
            if (value instanceof Integer small) {
                return small.longValue();
            }
            if (value instanceof String
                    || value instanceof Long
                    || value instanceof Double
                    || value instanceof Boolean
                    || value instanceof List
                    || value instanceof Map) {
                return value;
            }
            throw new IllegalArgumentException("not an attribute's type: " + value.getClass());
        }
    }
}
