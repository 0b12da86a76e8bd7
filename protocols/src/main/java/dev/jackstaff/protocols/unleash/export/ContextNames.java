package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.EvaluationContext;

/**
 * The Unleash context field for each native attribute name. Unleash has no targeting key: the subject is the user id.
 */
final class ContextNames {
    private ContextNames() {}

    /** The name of an attribute, or of a stickiness, in a features document. */
    static String toUnleash(String name) {
        return name.equals(EvaluationContext.TARGETING_KEY) ? EvaluationContext.USER_ID : name;
    }
}
