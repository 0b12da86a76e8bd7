package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import java.util.List;
import java.util.Set;

/**
 * One thing that somebody wants changed in the settings of a flag in one environment. It is a value: applied to settings
 * it gives others, and says beforehand what it reads and writes, what people call it, and what takes it back.
 */
public sealed interface StateInstruction permits SettingsInstruction, RuleInstruction {
    /** The flag. */
    FlagKey flag();

    /** What it reads or writes: if somebody else changed that meanwhile, the two conflict. */
    Set<SettingsField> fields();

    /**
     * The settings after it.
     *
     * @throws DomainException.Conflict if it names a rule that is not there
     */
    FlagStateDetails apply(FlagStateDetails present);

    /** The instructions that take it back, in their order; none if it changes nothing. */
    List<StateInstruction> inverse(FlagStateDetails present);

    /** What it does, for people, without the environment: {@code Turn "checkout" on}. */
    String sentence(FlagStateDetails present);
}
