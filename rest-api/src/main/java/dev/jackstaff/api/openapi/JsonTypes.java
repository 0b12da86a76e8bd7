package dev.jackstaff.api.openapi;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of Java types as they are written in JSON. */
final class JsonTypes {
    /** Types with a grammar of their own, which {@code definitions.json} describes. */
    private static final Map<Type, String> DEFINITIONS = Map.of(
            RuleDefinition.class, "Rule",
            OutcomeDefinition.class, "Outcome",
            RolloutDefinition.class, "Rollout",
            ConditionDefinition.class, "Condition");

    private JsonTypes() {}

    static boolean isDefinition(Type type) {
        return type == JsonText.class || DEFINITIONS.containsKey(type);
    }

    static Schema of(Type type) {
        String definition = DEFINITIONS.get(type);
        if (definition != null) {
            return NamedSchemas.reference(definition);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Schema last = of(arguments[arguments.length - 1]);
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? array(last)
                    : OASFactory.createSchema().type(SchemaType.OBJECT).additionalPropertiesSchema(last);
        }
        return ofClass((Class<?>) type);
    }

    private static Schema ofClass(Class<?> type) {
        Schema schema = OASFactory.createSchema();
        if (type == String.class) {
            return schema.type(SchemaType.STRING);
        }
        if (type == UUID.class) {
            return schema.type(SchemaType.STRING).format("uuid");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.type(SchemaType.BOOLEAN);
        }
        if (type == int.class || type == Integer.class) {
            return schema.type(SchemaType.INTEGER).format("int32");
        }
        if (type == long.class || type == Long.class) {
            return schema.type(SchemaType.INTEGER).format("int64");
        }
        if (type == BigInteger.class) {
            return schema.type(SchemaType.INTEGER);
        }
        if (type == double.class || type == Double.class) {
            return schema.type(SchemaType.NUMBER).format("double");
        }
        if (type == Object.class || type == JsonText.class) {
            return schema; // any JSON
        }
        if (type.isEnum()) {
            return schema.type(SchemaType.STRING).enumeration(labels(type));
        }
        if (type.isRecord()) {
            return NamedSchemas.reference(RecordGraph.name(type));
        }
        throw new IllegalStateException("how is " + type + " written in JSON?");
    }

    static Schema array(Schema items) {
        return OASFactory.createSchema().type(SchemaType.ARRAY).items(items);
    }

    /** The labels of an enum, which the API shows in place of the names; the names if it has none. */
    static List<Object> labels(Class<?> type) {
        try {
            Method label = type.getDeclaredMethod("label");
            label.setAccessible(true);
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> invoke(label, constant))
                    .toList();
        } catch (NoSuchMethodException unlabelled) {
            return Arrays.stream(type.getEnumConstants())
                    .<Object>map(constant -> ((Enum<?>) constant).name())
                    .toList();
        }
    }

    private static Object invoke(Method label, Object constant) {
        try {
            return label.invoke(constant);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
