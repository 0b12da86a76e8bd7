package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * The attribute that a Flagsmith condition compares: a trait, the identifier, the identity key or an environment
 * constant. The targeting key is the identifier; every other attribute is a trait; the environment's properties are
 * known at compile time. Values are coerced, and text is written as Python writes it.
 */
sealed interface Property extends Attribute {
    /** The value without coercion. */
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
            return context.attribute(
                    trait.equals(EvaluationContext.TARGETING_KEY) ? FlagsmithDialect.TARGETING_KEY_TRAIT : trait);
        }
    }

    /** A trait with that literal name, else the target of the path. */
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

    /** The key that identities are hashed by: the environment's key and the identifier. */
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

    /** A constant of the environment; null for a path that selects nothing. */
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
