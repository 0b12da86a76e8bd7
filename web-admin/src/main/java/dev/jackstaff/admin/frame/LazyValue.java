package dev.jackstaff.admin.frame;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a page reads once, and anew for its answer once an action was carried out: to find out which button was pressed,
 * Faces reads what the page showed.
 *
 * @param <T> what is read
 */
public final class LazyValue<T> {
    private final Supplier<T> source;
    private @Nullable T value;
    private int actions;

    /** A value that is not read yet. */
    public LazyValue(Supplier<T> source) {
        this.source = source;
    }

    /** The value, read if this is the first time since the last action. */
    public T get(Here here) {
        T known = value;
        if (known == null || actions != here.actions()) {
            actions = here.actions();
            known = source.get();
            value = known;
        }
        return known;
    }
}
