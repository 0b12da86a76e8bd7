package dev.jackstaff.protocols.unleash.export;

import java.util.ArrayList;
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

    /** This and the other condition. */
    Ways and(Ways other) {
        if (never() || other.never()) {
            return NEVER;
        }
        if (tooMany || other.tooMany) {
            return TOO_MANY;
        }
        Set<Set<Literal>> product = new LinkedHashSet<>();
        for (Set<Literal> mine : each) {
            for (Set<Literal> theirs : other.each) {
                Set<Literal> both = new LinkedHashSet<>(mine);
                both.addAll(theirs);
                if (both.stream().noneMatch(literal -> both.contains(literal.negated()))) {
                    product.add(both);
                }
            }
            if (product.size() > MOST_CONSIDERED) {
                return TOO_MANY;
            }
        }
        return bounded(product);
    }

    /** This or the other condition. */
    Ways or(Ways other) {
        if (always() || other.always()) {
            return ALWAYS;
        }
        if (tooMany || other.tooMany) {
            return TOO_MANY;
        }
        Set<Set<Literal>> sum = new LinkedHashSet<>(each);
        sum.addAll(other.each);
        return bounded(sum);
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
