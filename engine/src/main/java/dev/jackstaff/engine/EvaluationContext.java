package dev.jackstaff.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the subject that flags are evaluated for (OpenFeature's evaluation context). Attributes are
 * strings, longs, doubles, booleans, lists and maps of such; JSON null counts as absent. Belongs to one request: the
 * random id is drawn once for all its flags. Not thread-safe.
 */
public final class EvaluationContext {
    /** OpenFeature's name for the subject. */
    public static final String TARGETING_KEY = "targetingKey";

    /** Unleash's name for the subject. If only one of the two is given, it is used for both. */
    public static final String USER_ID = "userId";

    public static final String SESSION_ID = "sessionId";
    public static final String CURRENT_TIME = "currentTime";

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

    /** A context with a targeting key and no other attributes. */
    public static EvaluationContext of(String targetingKey) {
        return builder().attribute(TARGETING_KEY, targetingKey).build();
    }

    /** The attribute as it was given; null if absent. */
    public @Nullable Object attribute(String name) {
        return attributes.get(name);
    }

    /**
     * The attribute as text: numbers as {@link NumberText} writes them, booleans as {@code true} and {@code false}; null
     * if it is absent, a list or a map.
     */
    public @Nullable String text(String name) {
        return textOf(attributes.get(name));
    }

    /** The targeting key, else the user id; null if both are absent. */
    public @Nullable String subject() {
        String key = text(TARGETING_KEY);
        return key != null ? key : text(USER_ID);
    }

    /** The instant of the evaluation. */
    public Instant now() {
        return now;
    }

    /**
     * The random id of this request, the same for all its flags: one of 2³¹−1 positive numbers. So many that the hundred
     * steps of one percent of a rollout, and any split, get their shares whatever the group.
     */
    public int randomId() {
        if (randomId == 0) {
            randomId = 1 + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        }
        return randomId;
    }

    /** An attribute's value as {@link #text} gives it. */
    public static @Nullable String textOf(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Double number) {
            return NumberText.of(number);
        }
        return value == null || value instanceof List || value instanceof Map ? null : value.toString();
    }

    /** A builder of evaluation contexts. */
    public static final class Builder {
        private final Map<String, Object> attributes = new HashMap<>();
        private @Nullable Instant now;
        private int randomId;

        private Builder() {}

        /** Sets an attribute; a null value removes it. */
        public Builder attribute(String name, @Nullable Object value) {
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, requireSupported(value));
            }
            return this;
        }

        /** Sets an attribute unless it is set already; a null value changes nothing. */
        public Builder attributeIfAbsent(String name, @Nullable Object value) {
            return attributes.containsKey(name) ? this : attribute(name, value);
        }

        /** Sets the instant of the evaluation; by default the system clock's. */
        public Builder now(Instant instant) {
            now = instant;
            return this;
        }

        /** Sets the random id of the request, a positive number, so that tests are reproducible. */
        public Builder randomId(int id) {
            randomId = id;
            return this;
        }

        public EvaluationContext build() {
            return new EvaluationContext(this);
        }

        private static Object requireSupported(Object value) {
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
            throw new IllegalArgumentException("unsupported type of attribute: " + value.getClass());
        }
    }
}
