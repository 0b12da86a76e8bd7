package dev.jackstaff.domain.change;

import org.jspecify.annotations.Nullable;

/**
 * A part of what instructions read and write. As text it is its place, such as {@code rules/4f1c20aa/rollout}.
 *
 * @param <S> what it is a part of
 */
public interface InstructionField<S> {
    /** Its value as JSON; null if it has none. */
    @Nullable
    String valueIn(S present);
}
