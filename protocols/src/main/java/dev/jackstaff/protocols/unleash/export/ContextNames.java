package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.EvaluationContext;

/** Where Unleash's SDKs have what native flags ask for. They know no targeting key: the subject is the user id. */
final class ContextNames {
    private ContextNames() {}

    /** The name of an attribute, or of a stickiness, in a document. */
    static String toUnleash(String name) {
        return name.equals(EvaluationContext.TARGETING_KEY) ? EvaluationContext.USER_ID : name;
    }
}
