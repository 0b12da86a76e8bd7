package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * The attribute that a Flagsmith condition compares: a trait, the identifier, the identity key or an environment
 * constant. The targeting key is the identity's identifier and nothing else is; every other attribute is a trait; what
 * is known of the environment is known when the document is compiled. Values are coerced, text is Python's.
 */
sealed interface Property extends Attribute {
    /** The value as it was given. */
    @Nullable
    Object rawValueIn(EvaluationContext context);

    @Override
    default @Nullable Object valueIn(EvaluationContext context) {
        return Coercion.coerce(rawValueIn(context));
    }

    @Override
    default @Nullable String textIn(EvaluationContext context) {
        return Coercion.text(valueIn(context));
    }

    /** A trait by its name. */
    record Trait(String trait) implements Property {
        @Override
        public String name() {
            return Operand.shorten(trait);
        }

        @Override
        public @Nullable Object rawValueIn(EvaluationContext context) {
            return trait.equals(EvaluationContext.TARGETING_KEY) ? null : context.attribute(trait);
        }
    }

    /** A trait of that literal name, else where a path leads. */
    record Path(String path, Property target) implements Property {
        @Override
        public String name() {
            return Operand.shorten(path);
        }

        @Override
        public @Nullable Object rawValueIn(EvaluationContext context) {
            Object literal = context.attribute(path);
            return literal != null ? literal : target.rawValueIn(context);
        }
    }

    /** The identity's identifier. */
    record Identifier() implements Property {
        @Override
        public String name() {
            return "$.identity.identifier";
        }

        @Override
        public @Nullable Object rawValueIn(EvaluationContext context) {
            return context.text(EvaluationContext.TARGETING_KEY);
        }
    }

    /** What an identity is hashed by: the environment's key and the identifier. */
    record IdentityKey(String prefix) implements Property {
        @Override
        public String name() {
            return "$.identity.key";
        }

        @Override
        public @Nullable Object rawValueIn(EvaluationContext context) {
            String identifier = context.text(EvaluationContext.TARGETING_KEY);
            return identifier == null ? null : prefix + identifier;
        }
    }

    /** What is the same for everybody; null for a path that leads nowhere. */
    record Constant(String path, @Nullable String text) implements Property {
        @Override
        public String name() {
            return Operand.shorten(path);
        }

        @Override
        public @Nullable Object rawValueIn(EvaluationContext context) {
            return text;
        }
    }
}
