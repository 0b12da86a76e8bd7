package dev.jackstaff.protocols.unleash.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition in disjunctive normal form: it holds if all literals of one of its conjunctions hold. There is at least
 * one conjunction; an empty one always holds. If there are too many conjunctions to be written, they are not kept.
 */
record DisjunctiveNormalForm(List<Set<Literal>> conjunctions, boolean tooLarge) {
    /** The maximum number of conjunctions of one condition. */
    static final int MAX_CONJUNCTIONS = 100;

    /** The maximum number of literals in several conjunctions together. */
    static final int MAX_LITERALS = 100_000;

    /** The maximum number of conjunctions before redundant ones are dropped. */
    private static final int MAX_CONSIDERED = 1_000;

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

    /** The total number of literals. */
    int literalCount() {
        return conjunctions.stream().mapToInt(Set::size).sum();
    }

    /**
     * The conjunction of conditions. Literals of conditions with a single conjunction are gathered first, in linear
     * time, and simplify the others.
     */
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
        if (narrowed.size() > MAX_CONSIDERED) {
            return TOO_LARGE;
        }
        DisjunctiveNormalForm ways = ALWAYS;
        for (DisjunctiveNormalForm choice : narrowed) {
            ways = ways.and(choice);
        }
        return ways.and(new DisjunctiveNormalForm(List.of(demanded), false));
    }

    /** The form that remains if some literals are known to hold. */
    private DisjunctiveNormalForm simplifiedBy(Set<Literal> facts) {
        Set<Set<Literal>> open = new LinkedHashSet<>();
        for (Set<Literal> conjunction : conjunctions) {
            if (conjunction.stream().noneMatch(literal -> facts.contains(literal.negated()))) {
                Set<Literal> rest = new LinkedHashSet<>(conjunction);
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
                if (product.size() > MAX_CONSIDERED || (product.size() > 1 && literals > MAX_LITERALS)) {
                    return TOO_LARGE;
                }
            }
        }
        return bounded(product);
    }

    /** The disjunction of conditions. */
    static DisjunctiveNormalForm any(Collection<DisjunctiveNormalForm> parts) {
        Set<Set<Literal>> sum = new LinkedHashSet<>();
        boolean tooMany = false;
        for (DisjunctiveNormalForm part : parts) {
            if (part.isAlways()) {
                return ALWAYS;
            }
            tooMany |= part.tooLarge || sum.size() > MAX_CONSIDERED;
            if (!tooMany) {
                sum.addAll(part.conjunctions);
            }
        }
        return tooMany ? TOO_LARGE : bounded(sum);
    }

    private static boolean contradictory(Set<Literal> literals) {
        return literals.stream().anyMatch(literal -> literals.contains(literal.negated()));
    }

    /** The normal form without conjunctions that another one subsumes. */
    private static DisjunctiveNormalForm bounded(Set<Set<Literal>> ways) {
        List<Set<Literal>> needed = new ArrayList<>();
        for (Set<Literal> conjunction : ways) {
            if (ways.stream().noneMatch(other -> other.size() < conjunction.size() && conjunction.containsAll(other))) {
                needed.add(conjunction);
            }
        }
        return needed.size() > MAX_CONJUNCTIONS ? TOO_LARGE : new DisjunctiveNormalForm(needed, false);
    }
}
