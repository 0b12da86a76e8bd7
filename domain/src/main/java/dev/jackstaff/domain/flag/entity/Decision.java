package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.flag.Variant;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one environment decides about a flag. */
public record Decision(
        boolean enabled, @Nullable String offVariant, OutcomeDefinition fallthrough, List<RuleDefinition> rules) {
    public Decision {
        rules = List.copyOf(rules);
    }

    /** Off, and when turned on, the first variant for everybody. A boolean flag that is off serves its false variant. */
    public static Decision first(Flag flag) {
        String off = flag.content().variants().stream()
                .filter(variant -> variant.value().equals(Value.of(false)))
                .map(Variant::key)
                .findFirst()
                .orElse(null);
        String first = flag.content().variants().get(0).key();
        return new Decision(false, off, new OutcomeDefinition.Serve(first), List.of());
    }

    Decision turned(boolean on) {
        return new Decision(on, offVariant, fallthrough, rules);
    }
}
