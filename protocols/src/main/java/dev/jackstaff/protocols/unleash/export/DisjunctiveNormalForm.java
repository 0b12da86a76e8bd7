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
record DisjunctiveNormalForm(List<Set<Literal>> conjunctions, boolean tooLarge) {
    /** How many ways one condition may have. */
    static final int MAX_CONJUNCTIONS = 100;

    /** How many literals several ways may have together. */
    static final int MAX_LITERALS = 100_000;

    /** How many may be there before those that are not needed are dropped. */
    private static final int MOST_CONSIDERED = 1_000;

    static final DisjunctiveNormalForm ALWAYS = new DisjunctiveNormalForm(List.of(Set.of()), false);
    static final DisjunctiveNormalForm NEVER = new DisjunctiveNormalForm(List.of(), false);
    private static final DisjunctiveNormalForm TOO_LARGE = new DisjunctiveNormalForm(List.of(), true);

    DisjunctiveNormalForm {
        conjunctions = List.copyOf(conjunctions);
    }

    static DisjunctiveNormalForm of(Literal literal) {
        return new DisjunctiveNormalForm(List.of(Set.of(literal)), false);
    }

    boolean isAlways() {
        return conjunctions.contains(Set.of());
    }

    boolean isNever() {
        return conjunctions.isEmpty() && !tooLarge;
    }

    /** How much there is to write down. */
    int literalCount() {
        return conjunctions.stream().mapToInt(Set::size).sum();
    }

    /** All of some conditions. What they demand in one way only is gathered first, in linear time, and narrows the others. */
    static DisjunctiveNormalForm all(Collection<DisjunctiveNormalForm> parts) {
        Set<Literal> demanded = new LinkedHashSet<>();
        List<DisjunctiveNormalForm> choices = new ArrayList<>();
        for (DisjunctiveNormalForm part : parts) {
            if (part.isNever()) {
                return NEVER;
            }
            if (part.conjunctions.size() == 1) {
                demanded.addAll(part.conjunctions.get(0));
            } else {
                choices.add(part);
            }
        }
        if (contradictory(demanded)) {
            return NEVER;
        }
        return choices.isEmpty() ? new DisjunctiveNormalForm(List.of(demanded), false) : chosen(choices, demanded);
    }

    private static DisjunctiveNormalForm chosen(List<DisjunctiveNormalForm> choices, Set<Literal> demanded) {
        Set<DisjunctiveNormalForm> narrowed = new LinkedHashSet<>();
        for (DisjunctiveNormalForm choice : choices) {
            if (choice.tooLarge) {
                return TOO_LARGE;
            }
            narrowed.add(choice.simplifiedBy(demanded));
        }
        if (narrowed.size() > MOST_CONSIDERED) {
            return TOO_LARGE;
        }
        DisjunctiveNormalForm ways = ALWAYS;
        for (DisjunctiveNormalForm choice : narrowed) {
            ways = ways.and(choice);
        }
        return ways.and(new DisjunctiveNormalForm(List.of(demanded), false));
    }

    /** What remains to be demanded where some literals hold anyway. */
    private DisjunctiveNormalForm simplifiedBy(Set<Literal> facts) {
        Set<Set<Literal>> open = new LinkedHashSet<>();
        for (Set<Literal> way : conjunctions) {
            if (way.stream().noneMatch(literal -> facts.contains(literal.negated()))) {
                Set<Literal> rest = new LinkedHashSet<>(way);
                rest.removeIf(facts::contains);
                open.add(rest);
            }
        }
        return bounded(open);
    }

    /** The conjunction of two normal forms. */
    DisjunctiveNormalForm and(DisjunctiveNormalForm other) {
        if (isNever() || other.isNever()) {
            return NEVER;
        }
        if (tooLarge || other.tooLarge) {
            return TOO_LARGE;
        }
        Set<Set<Literal>> product = new LinkedHashSet<>();
        int literals = 0;
        for (Set<Literal> mine : conjunctions) {
            for (Set<Literal> theirs : other.conjunctions) {
                Set<Literal> both = new LinkedHashSet<>(mine);
                both.addAll(theirs);
                if (!contradictory(both) && product.add(both)) {
                    literals += both.size();
                }
                if (product.size() > MOST_CONSIDERED || (product.size() > 1 && literals > MAX_LITERALS)) {
                    return TOO_LARGE;
                }
            }
        }
        return bounded(product);
    }

    /** At least one of some conditions. */
    static DisjunctiveNormalForm any(Collection<DisjunctiveNormalForm> parts) {
        Set<Set<Literal>> sum = new LinkedHashSet<>();
        boolean tooMany = false;
        for (DisjunctiveNormalForm part : parts) {
            if (part.isAlways()) {
                return ALWAYS;
            }
            tooMany |= part.tooLarge || sum.size() > MOST_CONSIDERED;
            if (!tooMany) {
                sum.addAll(part.conjunctions);
            }
        }
        return tooMany ? TOO_LARGE : bounded(sum);
    }

    private static boolean contradictory(Set<Literal> literals) {
        return literals.stream().anyMatch(literal -> literals.contains(literal.negated()));
    }

    /** The ways of which no other one demands only a part. */
    private static DisjunctiveNormalForm bounded(Set<Set<Literal>> ways) {
        List<Set<Literal>> needed = new ArrayList<>();
        for (Set<Literal> way : ways) {
            if (ways.stream().noneMatch(other -> other.size() < way.size() && way.containsAll(other))) {
                needed.add(way);
            }
        }
        return needed.size() > MAX_CONJUNCTIONS ? TOO_LARGE : new DisjunctiveNormalForm(needed, false);
    }
}
