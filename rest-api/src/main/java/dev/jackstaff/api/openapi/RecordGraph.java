package dev.jackstaff.api.openapi;

import dev.jackstaff.api.problem.Problem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records that bodies are made of, by the names of their schemas. */
final class RecordGraph {
    private final Map<String, Class<?>> records = new TreeMap<>();
    private final Set<Class<?>> requested = new HashSet<>();

    private RecordGraph() {}

    static RecordGraph of(ResourceMethods methods) {
        RecordGraph graph = new RecordGraph();
        methods.all().forEach(method -> method.requestTypes().forEach(type -> graph.add(type, graph.requested)));
        Set<Class<?>> answered = new HashSet<>();
        methods.all().forEach(method -> method.responseTypes().forEach(type -> graph.add(type, answered)));
        graph.add(Problem.class, answered);
        return graph;
    }

    Map<String, Class<?>> records() {
        return records;
    }

    /** Whether a record is part of a request, perhaps of a response too. */
    boolean isRequested(Class<?> type) {
        return requested.contains(type);
    }

    private void add(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> add(argument, seen));
        } else if (type instanceof Class<?> one && isDescribed(one) && seen.add(one)) {
            Class<?> other = records.put(name(one), one);
            if (other != null && other != one) {
                throw new IllegalStateException(one + " and " + other + " would have one schema; name one by @Schema");
            }
            for (RecordComponent component : one.getRecordComponents()) {
                add(component.getGenericType(), seen);
                Schema described = component.getAccessor().getAnnotation(Schema.class);
                if (described != null) {
                    add(described.implementation(), seen);
                }
            }
        }
    }

    private static boolean isDescribed(Class<?> type) {
        return type.isRecord() && !JsonTypes.isDefinition(type);
    }

    /** The name of a record's schema; that of a record within another begins with the other's. */
    static String name(Class<?> type) {
        Schema described = type.getAnnotation(Schema.class);
        if (described != null && !described.name().isEmpty()) {
            return described.name();
        }
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !outer.isRecord()
                ? type.getSimpleName()
                : name(outer).replaceFirst("Response$", "") + type.getSimpleName();
    }
}
