package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.EvaluationContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evaluation context of Unleash's clients: a few fields, and properties with any other name. */
public final class UnleashContext {
    /** The names of the context's fields. */
    public static final List<String> FIELDS =
            List.of("userId", "sessionId", "environment", "appName", "currentTime", "remoteAddress");

    private UnleashContext() {}

    /**
     * A context of fields and properties. A field takes precedence over a property of its name. Numbers and booleans
     * become text; nulls, lists and objects count as absent.
     *
     * @param members of the context, by name: the fields, and other names as properties
     * @param properties by name
     * @return a builder, so that the host can add what it knows: the address, the instant
     */
    public static EvaluationContext.Builder of(
            Map<String, ? extends @Nullable Object> members, Map<String, ? extends @Nullable Object> properties) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        properties.forEach((name, value) -> add(context, name, value));
        members.forEach((name, value) -> add(context, name, value));
        return context;
    }

    private static void add(EvaluationContext.Builder context, String name, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            context.attribute(name, EvaluationContext.textOf(value));
        }
    }
}
