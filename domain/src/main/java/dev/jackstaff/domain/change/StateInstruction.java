package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.permission.Permission;
import java.util.List;
import java.util.Set;

/** An instruction about the settings of a flag in one environment. */
public sealed interface StateInstruction extends Edit<FlagStateDetails>
        permits SettingsInstruction, RuleInstruction, ValueInstruction {
    FlagKey flag();

    @Override
    default String subject() {
        return flag().value();
    }

    @Override
    default Permission permission() {
        return Permission.FLAG_TARGET;
    }

    @Override
    Set<SettingsField> fields();

    @Override
    List<StateInstruction> inverse(FlagStateDetails present);
}
