package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules of settings, as instructions find and change them. A rule that is not there is a conflict. */
final class InstructedRules {
    private InstructedRules() {}

    static FlagStateDetails withRules(FlagStateDetails present, List<RuleDefinition> rules) {
        return new FlagStateDetails(present.enabled(), present.offVariant(), present.fallthrough(), rules);
    }

    static FlagStateDetails changed(
            FlagStateDetails present, RuleInstruction instruction, UnaryOperator<RuleDefinition> change) {
        List<RuleDefinition> rules = new ArrayList<>(present.rules());
        rules.replaceAll(old -> old.id().equals(instruction.rule()) ? change.apply(old) : old);
        position(instruction.flag(), rules, instruction.rule());
        return withRules(present, rules);
    }

    static RuleDefinition existing(FlagStateDetails present, RuleInstruction instruction) {
        return present.rules().get(position(instruction.flag(), present.rules(), instruction.rule()));
    }

    /** The id of the rule after that of an instruction; null if it is the last. */
    static @Nullable String following(FlagStateDetails present, RuleInstruction instruction) {
        int next = 1 + position(instruction.flag(), present.rules(), instruction.rule());
        return next < present.rules().size() ? present.rules().get(next).id() : null;
    }

    static int position(FlagKey flag, List<RuleDefinition> rules, String id) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new DomainException.Conflict("flag \"" + flag + "\" has no rule \"" + id + "\"");
    }
}
