package dev.jackstaff.engine;

import org.jspecify.annotations.Nullable;

/**
 * A named place to look in a context. The targeting key and the user id stand in for each other; a dialect with other places
 * to look in brings its own implementation.
 */
public interface Attribute {
    String name();

    /** What the context has there; null where it has nothing. */
    @Nullable
    Object valueIn(EvaluationContext context);

    /** The same as text; null for lists and maps too. */
    @Nullable
    String textIn(EvaluationContext context);

    static Attribute named(String name) {
        return switch (name) {
            case EvaluationContext.TARGETING_KEY -> new WithAlias(name, EvaluationContext.USER_ID);
            case EvaluationContext.USER_ID -> new WithAlias(name, EvaluationContext.TARGETING_KEY);
            default -> new Plain(name);
        };
    }

    /** An attribute with one name. */
    record Plain(String name) implements Attribute {
        @Override
        public @Nullable Object valueIn(EvaluationContext context) {
            return context.attribute(name);
        }

        @Override
        public @Nullable String textIn(EvaluationContext context) {
            return context.text(name);
        }
    }

    /** An attribute that another one stands in for where it is absent. */
    record WithAlias(String name, String alias) implements Attribute {
        @Override
        public @Nullable Object valueIn(EvaluationContext context) {
            Object own = context.attribute(name);
            return own != null ? own : context.attribute(alias);
        }

        @Override
        public @Nullable String textIn(EvaluationContext context) {
            String own = context.text(name);
            return own != null ? own : context.text(alias);
        }
    }
}
