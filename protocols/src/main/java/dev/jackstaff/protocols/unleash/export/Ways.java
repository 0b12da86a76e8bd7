package dev.jackstaff.protocols.unleash.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition in disjunctive normal form: it holds where everything holds that one of the ways demands. Never without ways;
 * always with one that demands nothing. There may be too many to be written down, and then none is known.
 */
record Ways(List<Set<Literal>> each, boolean tooMany) {
    /** How many ways one condition may have. */
    static final int MOST = 100;

    /** How many literals several ways may have together. */
    static final int MOST_LITERALS = 100_000;

    /** How many may be there before those that are not needed are dropped. */
    private static final int MOST_CONSIDERED = 1_000;

    static final Ways ALWAYS = new Ways(List.of(Set.of()), false);
    static final Ways NEVER = new Ways(List.of(), false);
    private static final Ways TOO_MANY = new Ways(List.of(), true);

    Ways {
        each = List.copyOf(each);
    }

    static Ways of(Literal literal) {
        return new Ways(List.of(Set.of(literal)), false);
    }

    boolean always() {
        return each.contains(Set.of());
    }

    boolean never() {
        return each.isEmpty() && !tooMany;
    }

    /** How much there is to write down. */
    int literals() {
        return each.stream().mapToInt(Set::size).sum();
    }

    /** All of some conditions. What they demand in one way only is gathered first, in linear time, and narrows the others. */
    static Ways all(Collection<Ways> parts) {
        Set<Literal> demanded = new LinkedHashSet<>();
        List<Ways> choices = new ArrayList<>();
        for (Ways part : parts) {
            if (part.never()) {
                return NEVER;
            }
            if (part.each.size() == 1) {
                demanded.addAll(part.each.get(0));
            } else {
                choices.add(part);
            }
        }
        if (contradictory(demanded)) {
            return NEVER;
        }
        return choices.isEmpty() ? new Ways(List.of(demanded), false) : chosen(choices, demanded);
    }

    private static Ways chosen(List<Ways> choices, Set<Literal> demanded) {
        Set<Ways> narrowed = new LinkedHashSet<>();
        for (Ways choice : choices) {
            if (choice.tooMany) {
                return TOO_MANY;
            }
            narrowed.add(choice.given(demanded));
        }
        if (narrowed.size() > MOST_CONSIDERED) {
            return TOO_MANY;
        }
        Ways ways = ALWAYS;
        for (Ways choice : narrowed) {
            ways = ways.and(choice);
        }
        return ways.and(new Ways(List.of(demanded), false));
    }

    /** What remains to be demanded where some literals hold anyway. */
    private Ways given(Set<Literal> facts) {
        Set<Set<Literal>> open = new LinkedHashSet<>();
        for (Set<Literal> way : each) {
            if (way.stream().noneMatch(literal -> facts.contains(literal.negated()))) {
                Set<Literal> rest = new LinkedHashSet<>(way);
                rest.removeIf(facts::contains);
                open.add(rest);
            }
        }
        return bounded(open);
    }

    /** This and the other condition. */
    Ways and(Ways other) {
        if (never() || other.never()) {
            return NEVER;
        }
        if (tooMany || other.tooMany) {
            return TOO_MANY;
        }
        Set<Set<Literal>> product = new LinkedHashSet<>();
        int literals = 0;
        for (Set<Literal> mine : each) {
            for (Set<Literal> theirs : other.each) {
                Set<Literal> both = new LinkedHashSet<>(mine);
                both.addAll(theirs);
                if (!contradictory(both) && product.add(both)) {
                    literals += both.size();
                }
                if (product.size() > MOST_CONSIDERED || (product.size() > 1 && literals > MOST_LITERALS)) {
                    return TOO_MANY;
                }
            }
        }
        return bounded(product);
    }

    /** At least one of some conditions. */
    static Ways any(Collection<Ways> parts) {
        Set<Set<Literal>> sum = new LinkedHashSet<>();
        boolean tooMany = false;
        for (Ways part : parts) {
            if (part.always()) {
                return ALWAYS;
            }
            tooMany |= part.tooMany || sum.size() > MOST_CONSIDERED;
            if (!tooMany) {
                sum.addAll(part.each);
            }
        }
        return tooMany ? TOO_MANY : bounded(sum);
    }

    private static boolean contradictory(Set<Literal> literals) {
        return literals.stream().anyMatch(literal -> literals.contains(literal.negated()));
    }

    /** The ways of which no other one demands only a part. */
    private static Ways bounded(Set<Set<Literal>> ways) {
        List<Set<Literal>> needed = new ArrayList<>();
        for (Set<Literal> way : ways) {
            if (ways.stream().noneMatch(other -> other.size() < way.size() && way.containsAll(other))) {
                needed.add(way);
            }
        }
        return needed.size() > MOST ? TOO_MANY : new Ways(needed, false);
    }
}
