package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.List;
import java.util.Optional;

/** A check whether the engine can compile a comparison's operands. */
final class OperandCheck {
    private OperandCheck() {}

    /** The reason why a comparison cannot be compiled; empty if it can. */
    static Optional<String> fault(Comparison comparison) {
        OutcomeDefinition off = new OutcomeDefinition.Off();
        FlagDefinition probe = new FlagDefinition(
                "probe",
                ValueType.BOOLEAN,
                true,
                false,
                List.of(),
                null,
                off,
                List.of(),
                List.of(RuleDefinition.of("", comparison, off)),
                FlagDefinition.NATIVE_BUCKETING);
        return SnapshotCompiler.compile(List.of(probe), List.of()).problems().stream()
                .map(CompilationProblem::reason)
                .findFirst();
    }

    static boolean isNetwork(String value) {
        return Network.parse(value).isPresent();
    }
}
