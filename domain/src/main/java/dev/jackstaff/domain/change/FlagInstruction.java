package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import java.util.List;
import java.util.Set;

/** An instruction about the details of a flag, which all environments share. */
public sealed interface FlagInstruction extends Instruction<FlagDetails>
        permits DetailsInstruction, VariantInstruction, PrerequisiteInstruction {
    @Override
    Set<DetailsField> fields();

    @Override
    List<FlagInstruction> inverse(FlagDetails present);
}
