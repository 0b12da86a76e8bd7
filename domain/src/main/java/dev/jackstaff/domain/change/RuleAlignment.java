package dev.jackstaff.domain.change;

import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds in one list of rules those of another: by their id, else by whom they match, as rules do that were written in
 * each environment by hand.
 */
public final class RuleAlignment {
    private RuleAlignment() {}

    /**
     * Rules, each with the id of its counterpart.
     *
     * @param others where the counterparts are; their ids differ
     */
    public static List<RuleDefinition> aligned(List<RuleDefinition> rules, List<RuleDefinition> others) {
        Set<String> taken = new HashSet<>();
        List<RuleDefinition> aligned = new ArrayList<>();
        List<RuleDefinition> free = new ArrayList<>(others);
        for (RuleDefinition rule : rules) {
            if (find(others, rule, (one, other) -> one.id().equals(other.id())).isPresent()) {
                taken.add(rule.id());
            }
        }
        free.removeIf(other -> taken.contains(other.id()));
        for (RuleDefinition rule : rules) {
            Optional<RuleDefinition> counterpart =
                    taken.contains(rule.id()) ? Optional.empty() : find(free, rule, RuleAlignment::matchTheSame);
            counterpart.ifPresent(free::remove);
            aligned.add(counterpart.map(other -> rule.withId(other.id())).orElse(rule));
        }
        return aligned;
    }

    private static boolean matchTheSame(RuleDefinition one, RuleDefinition other) {
        return one.condition().equals(other.condition());
    }

    private static Optional<RuleDefinition> find(
            List<RuleDefinition> rules, RuleDefinition wanted, BiPredicate<RuleDefinition, RuleDefinition> same) {
        return rules.stream().filter(rule -> same.test(wanted, rule)).findFirst();
    }
}
