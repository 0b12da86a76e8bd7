package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.permission.Permission;
import java.util.List;
import java.util.Set;

/** An instruction about the details of a flag, which all environments share. */
public sealed interface FlagInstruction extends Edit<FlagDetails>
        permits DetailsInstruction, VariantInstruction, PrerequisiteInstruction, TraitInstruction {
    FlagKey flag();

    @Override
    default String subject() {
        return flag().value();
    }

    @Override
    default Permission permission() {
        return Permission.FLAG_UPDATE;
    }

    @Override
    Set<DetailsField> fields();

    @Override
    List<FlagInstruction> inverse(FlagDetails present);
}
