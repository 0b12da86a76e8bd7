package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import java.util.List;
import java.util.Set;

/**
 * One thing that somebody wants changed at a flag. It is a value: applied to what is there it gives what is wanted, and
 * says beforehand what it reads and writes, what people call it, and what takes it back.
 *
 * @param <S> what it changes: the settings of a flag in one environment, or its details in all
 */
public sealed interface Instruction<S> permits StateInstruction, FlagInstruction {
    /** The flag. */
    FlagKey flag();

    /** What it reads or writes: if somebody else changed that meanwhile, the two conflict. */
    Set<? extends InstructionField<S>> fields();

    /**
     * What is there after it.
     *
     * @throws DomainException.Conflict if it names a part that is not there
     */
    S apply(S present);

    /** The instructions that take it back, in their order; none if it changes nothing. */
    List<? extends Instruction<S>> inverse(S present);

    /** What it does, for people, without the environment: {@code Turn "checkout" on}. */
    String sentence(S present);
}
