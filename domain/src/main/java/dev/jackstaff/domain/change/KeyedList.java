package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of parts of a flag that instructions name by their keys. A part that is not there is a conflict.
 *
 * @param what what the parts are, for messages
 */
record KeyedList<T>(FlagKey flag, String what, List<T> parts, Function<T, String> key) {
    /** The part of a key. */
    T get(String wanted) {
        return parts.get(position(wanted));
    }

    /** The key of the part after that of a key; null if it is the last. */
    @Nullable
    String following(String present) {
        int next = 1 + position(present);
        return next < parts.size() ? key.apply(parts.get(next)) : null;
    }

    /**
     * The parts with another one, which must not be there yet.
     *
     * @param before the key of the part that it comes before; null for the end
     */
    List<T> with(T part, @Nullable String before) {
        String added = key.apply(part);
        if (parts.stream().anyMatch(other -> key.apply(other).equals(added))) {
            throw new DomainException.Conflict("flag \"" + flag + "\" has a " + what + " \"" + added + "\" already");
        }
        List<T> more = new ArrayList<>(parts);
        more.add(before == null ? more.size() : position(before), part);
        return more;
    }

    /** The parts without one. */
    List<T> without(String removed) {
        List<T> fewer = new ArrayList<>(parts);
        fewer.remove(position(removed));
        return fewer;
    }

    /**
     * The parts with one of them at another place.
     *
     * @param before the key of the part that it comes before; null for the end
     */
    List<T> moved(String wanted, @Nullable String before) {
        return wanted.equals(before)
                ? parts
                : new KeyedList<>(flag, what, without(wanted), key).with(get(wanted), before);
    }

    /** The parts, one of them changed. */
    List<T> changed(String wanted, UnaryOperator<T> change) {
        List<T> others = new ArrayList<>(parts);
        others.set(position(wanted), change.apply(get(wanted)));
        return others;
    }

    private int position(String wanted) {
        for (int i = 0; i < parts.size(); i++) {
            if (key.apply(parts.get(i)).equals(wanted)) {
                return i;
            }
        }
        throw new DomainException.Conflict("flag \"" + flag + "\" has no " + what + " \"" + wanted + "\"");
    }
}
