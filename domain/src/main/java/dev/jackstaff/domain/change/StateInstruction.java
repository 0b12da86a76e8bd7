package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagStateDetails;
import java.util.List;
import java.util.Set;

/** An instruction about the settings of a flag in one environment. */
public sealed interface StateInstruction extends Instruction<FlagStateDetails>
        permits SettingsInstruction, RuleInstruction {
    @Override
    Set<SettingsField> fields();

    @Override
    List<StateInstruction> inverse(FlagStateDetails present);
}
