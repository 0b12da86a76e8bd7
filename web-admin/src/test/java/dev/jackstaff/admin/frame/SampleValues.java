package dev.jackstaff.admin.frame;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.primefaces.model.LazyDataModel;

/** Sample values of any type that a page's bean may hold, with all fields filled. */
final class SampleValues {
    private static final Map<Type, Object> KNOWN = Map.ofEntries(
            Map.entry(String.class, "x"),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(UUID.class, new UUID(1, 2)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(Value.class, Value.of(true)),
            Map.entry(OutcomeDefinition.class, new OutcomeDefinition.Serve("x")),
            Map.entry(
                    RuleDefinition.class,
                    RuleDefinition.of("x", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("x"))));

    private SampleValues() {}

    static Object of(Type type) throws ReflectiveOperationException {
        Object known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(of(arguments[0]))
                    : Map.of(of(arguments[0]), of(arguments[1]));
        }
        Class<?> plain = (Class<?>) type;
        return plain.isEnum() ? plain.getEnumConstants()[0] : filled(made(plain));
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        constructor.setAccessible(true);
        Type[] parameters = constructor.getGenericParameterTypes();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = of(parameters[i]);
        }
        return constructor.newInstance(arguments);
    }

    /** Fills a bean's fields except injected ones, for which the container has proxies that it serializes itself. */
    private static Object filled(Object bean) throws ReflectiveOperationException {
        for (Field field : bean.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.get(bean) instanceof LazyDataModel<?> table) {
                fill(table, ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]);
            } else if (!Modifier.isStatic(field.getModifiers())
                    && !Modifier.isFinal(field.getModifiers())
                    && !field.isAnnotationPresent(Inject.class)) {
                field.set(bean, of(field.getGenericType()));
            }
        }
        return bean;
    }

    private static <T> void fill(LazyDataModel<T> table, Type row) throws ReflectiveOperationException {
        table.setWrappedData(List.of(of(row)));
    }
}
