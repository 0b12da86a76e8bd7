package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.EvaluationContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context that Unleash's clients ask with: a few fields, and properties of any other name. */
public final class UnleashContext {
    /** The names that stand for fields, wherever they are said. */
    public static final List<String> FIELDS =
            List.of("userId", "sessionId", "environment", "appName", "currentTime", "remoteAddress");

    private UnleashContext() {}

    /**
     * The context of some fields and properties. A field goes before a property of its name. Numbers and booleans become
     * text; what is null, a list or an object counts as absent.
     *
     * @param members of the context, by name: the fields, and other names as properties of their own
     * @param properties by name
     * @return a builder, so that the host can add what it knows better: the address, the instant
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
            context.attribute(name, value.toString());
        }
    }
}
