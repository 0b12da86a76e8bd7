package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.export.Fidelity;
import dev.jackstaff.protocols.unleash.Dependency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The export of one flag's prerequisites as dependencies. */
final class DependencyExport {
    private final ParentFlags parents;
    private final UnleashExportNotes notes;
    private final List<Dependency> dependencies = new ArrayList<>();
    private boolean satisfiable = true;

    private DependencyExport(ParentFlags parents, UnleashExportNotes notes) {
        this.parents = parents;
        this.notes = notes;
    }

    /** The other flags of the environment. */
    interface ParentFlags {
        FlagDefinition definition(String key);

        Fidelity fidelity(String key);
    }

    /** The dependencies of a flag; empty if they cannot be met or expressed, in which case the feature is off. */
    static Optional<List<Dependency>> of(FlagDefinition flag, ParentFlags parents, UnleashExportNotes notes) {
        DependencyExport export = new DependencyExport(parents, notes);
        flag.prerequisites().forEach(export::add);
        return export.satisfiable ? Optional.of(List.copyOf(export.dependencies)) : Optional.empty();
    }

    private void add(PrerequisiteDefinition prerequisite) {
        FlagDefinition parent = parents.definition(prerequisite.flag());
        if (!parent.enabled()) {
            satisfiable = false;
        } else if (!parent.prerequisites().isEmpty()) {
            satisfiable = false;
            notes.addApproximation("The prerequisite \"" + parent.key()
                    + "\" has prerequisites itself, and Unleash knows no" + " chains: the feature is off.");
        } else {
            if (parents.fidelity(parent.key()) != Fidelity.EXACT) {
                notes.addApproximation("The prerequisite \"" + parent.key() + "\" is approximated.");
            }
            add(parent, prerequisite.variants());
        }
    }

    private void add(FlagDefinition parent, List<String> demanded) {
        Set<String> on = DecisionPlan.onVariants(parent);
        Set<String> off = off(parent, on);
        if (demanded.isEmpty() || (demanded.containsAll(on) && disjoint(demanded, off))) {
            dependencies.add(new Dependency(parent.key(), true, List.of()));
        } else if (disjoint(demanded, on)) {
            addOff(parent, demanded, off);
        } else if (demanded.containsAll(on) && demanded.containsAll(off) && parent.offVariant() != null) {
            return;
        } else {
            addSome(parent, demanded, on, off);
        }
    }

    /** Adds the dependency on a parent that must be off: some variants that mean off, and none that means on. */
    private void addOff(FlagDefinition parent, List<String> demanded, Set<String> off) {
        if (disjoint(demanded, off)) {
            satisfiable = false;
        } else if (demanded.containsAll(off) && parent.offVariant() != null) {
            dependencies.add(new Dependency(parent.key(), false, List.of()));
        } else {
            satisfiable = false;
            notes.addApproximation("Which variant the prerequisite \"" + parent.key()
                    + "\" serves while it is off cannot be demanded: the feature is off.");
        }
    }

    private void addSome(FlagDefinition parent, List<String> demanded, Set<String> on, Set<String> off) {
        if (!disjoint(demanded, off)) {
            notes.addApproximation("That the prerequisite \"" + parent.key()
                    + "\" is on or serves a certain variant while it is off cannot be demanded: it has to be on.");
        }
        if (DecisionPlan.isBoolean(parent) && !demanded.containsAll(on)) {
            satisfiable = false;
            notes.addApproximation("Which of several variants the prerequisite \"" + parent.key()
                    + "\" serves cannot be demanded of a boolean flag: the feature is off.");
            return;
        }
        List<String> variants = demanded.containsAll(on)
                ? List.of()
                : demanded.stream().filter(on::contains).toList();
        dependencies.add(new Dependency(parent.key(), true, variants));
    }

    /** The variants that a parent may serve while it is off, although it is enabled. */
    private static Set<String> off(FlagDefinition parent, Set<String> on) {
        Set<String> off = new HashSet<>();
        if (parent.offVariant() != null && mayTurnOff(parent)) {
            off.add(parent.offVariant());
        }
        parent.variants().stream()
                .map(VariantDefinition::key)
                .filter(key -> !on.contains(key))
                .forEach(off::add);
        return off;
    }

    /** Whether a rule or the fallthrough turns the flag off for some contexts. */
    private static boolean mayTurnOff(FlagDefinition flag) {
        boolean unidentified =
                flag.fallthrough() instanceof OutcomeDefinition.Split split && DecisionStep.isNamed(split.stickiness());
        return unidentified
                || flag.fallthrough() instanceof OutcomeDefinition.Off
                || flag.rules().stream()
                        .anyMatch(rule -> rule.enabled() && rule.outcome() instanceof OutcomeDefinition.Off);
    }

    private static boolean disjoint(List<String> demanded, Set<String> variants) {
        return demanded.stream().noneMatch(variants::contains);
    }
}
