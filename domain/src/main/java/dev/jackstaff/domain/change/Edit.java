package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import java.util.List;
import java.util.Set;

/**
 * An instruction that changes something that is there. Applied to what is there it gives what is wanted, and says
 * beforehand what it reads and writes, what people call it, and what takes it back.
 *
 * @param <S> what it changes, such as the settings of a flag in one environment
 */
public sealed interface Edit<S> extends Instruction
        permits StateInstruction,
                FlagInstruction,
                SegmentInstruction,
                AttributeInstruction,
                EnvironmentInstruction,
                ProjectInstruction {
    /** The place of what it changes, for messages: the key of the flag, {@code segments/beta} ... */
    String subject();

    /** What it reads or writes: if somebody else changed that meanwhile, the two conflict. */
    Set<? extends InstructionField<S>> fields();

    /**
     * What is there after it.
     *
     * @throws DomainException.Conflict if it names a part that is not there
     */
    S apply(S present);

    /** The instructions that take it back, in their order; none if it changes nothing. */
    List<? extends Edit<S>> inverse(S present);

    /** What it does, for people, without the environment: {@code Turn "checkout" on}. */
    String sentence(S present);

    /**
     * As above, as one of several steps: a part without a name is called by the place that it had at their start.
     *
     * @param start what was there before the first of the steps
     */
    default String sentence(S present, S start) {
        return sentence(present);
    }
}
