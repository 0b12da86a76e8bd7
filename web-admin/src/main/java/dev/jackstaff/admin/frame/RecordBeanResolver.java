package dev.jackstaff.admin.frame;

import jakarta.el.BeanELResolver;
import jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record by its getters, like any other bean. Expression Language 6 has a resolver of its own for records, which knows
 * their components alone; pages say the same on both.
 */
public final class RecordBeanResolver extends BeanELResolver {
    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        return base instanceof Record ? super.getValue(context, base, property) : null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
        return base instanceof Record ? super.getType(context, base, property) : null;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return base instanceof Record && super.isReadOnly(context, base, property);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base instanceof Record) {
            super.setValue(context, base, property, value);
        }
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?>[] parameterTypes, Object[] parameters) {
        return base instanceof Record ? super.invoke(context, base, method, parameterTypes, parameters) : null;
    }
}
