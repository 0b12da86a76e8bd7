package dev.jackstaff.engine;

import org.jspecify.annotations.Nullable;

/**
 * A named attribute of an evaluation context, and how its value is found there. The targeting key and the user id are
 * aliases of each other. A dialect that looks elsewhere brings its own implementation.
 */
public interface Attribute {
    String name();

    /** The attribute's value in a context; null when the context lacks it. */
    @Nullable
    Object valueIn(EvaluationContext context);

    /** The attribute's value as text; null when it is absent, a list or a map. */
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

    /** An attribute with an alias that is read when the attribute is absent. */
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
