package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The ids of the rules of a flag in one environment. A rule has the same id for as long as it exists. */
public final class RuleIds {
    private static final int LENGTH = 8;

    private RuleIds() {}

    /**
     * The rules, each with an id: its own, else that of an equal rule that is there already, else a new one. So whoever
     * sends back what they read, and leaves the ids out, changes nothing.
     *
     * @param present the rules as they are now
     * @throws DomainException.Invalid if two have the same id
     */
    public static List<RuleDefinition> identify(List<RuleDefinition> rules, List<RuleDefinition> present) {
        Set<String> taken = new HashSet<>();
        for (RuleDefinition rule : rules) {
            if (!rule.id().isEmpty() && !taken.add(rule.id())) {
                throw new DomainException.Invalid("rules", "two rules have the same id");
            }
        }
        List<RuleDefinition> unclaimed = new ArrayList<>(
                present.stream().filter(rule -> !taken.contains(rule.id())).toList());
        present.forEach(rule -> taken.add(rule.id()));
        return rules.stream()
                .map(rule -> rule.id().isEmpty() ? rule.withId(idOf(rule, unclaimed, taken)) : rule)
                .toList();
    }

    private static String idOf(RuleDefinition rule, List<RuleDefinition> unclaimed, Set<String> taken) {
        for (Iterator<RuleDefinition> each = unclaimed.iterator(); each.hasNext(); ) {
            RuleDefinition present = each.next();
            if (present.withId("").equals(rule)) {
                each.remove();
                return present.id();
            }
        }
        String made = newId();
        while (!taken.add(made)) {
            made = newId();
        }
        return made;
    }

    /** A new id. */
    public static String newId() {
        return UUID.randomUUID().toString().substring(0, LENGTH);
    }
}
