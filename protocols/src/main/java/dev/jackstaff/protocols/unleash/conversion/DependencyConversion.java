package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.protocols.unleash.Dependency;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conversion of a feature's dependencies to native prerequisites. A dependency that never holds in Unleash (its
 * parent is missing, or has a parent itself) cannot be a prerequisite; the flag is switched off instead.
 */
final class DependencyConversion {
    private final ConversionContext context;
    private final ConversionNotes notes;
    private final List<PrerequisiteDefinition> prerequisites = new ArrayList<>();
    private boolean holding = true;

    DependencyConversion(UnleashFeature feature, ConversionContext surroundings, ConversionNotes notes) {
        this.context = surroundings;
        this.notes = notes;
        feature.dependencies().forEach(this::add);
    }

    List<PrerequisiteDefinition> prerequisites() {
        return List.copyOf(prerequisites);
    }

    /** Whether all dependencies can hold. */
    boolean isSatisfiable() {
        return holding;
    }

    private void add(Dependency dependency) {
        String name = "\"" + dependency.feature() + "\"";
        Optional<UnleashFeature> parent = context.feature(dependency.feature());
        if (parent.isEmpty()) {
            neverHolds("The parent " + name + " is not in the document");
        } else if (!parent.get().dependencies().isEmpty()) {
            neverHolds("The parent " + name + " has a parent itself");
        } else {
            add(dependency, context.catalog(dependency.feature()), name);
        }
    }

    /**
     * Adds the prerequisite of a dependency. Every variant that means on is listed by name, because natively a parent
     * that no rule matches is not off.
     */
    private void add(Dependency dependency, VariantCatalog parent, String name) {
        boolean any = dependency.variants().isEmpty() || parent.isBoolean();
        List<String> keys = any ? parent.onKeys() : parent.keysNamed(dependency.variants());
        if (keys.isEmpty()) {
            neverHolds("The parent " + name + " has none of the variants that are asked for");
            return;
        }
        if (parent.isBoolean() && !dependency.variants().isEmpty()) {
            notes.add("The parent " + name + " has no variants, so that it is on suffices.");
        }
        prerequisites.add(new PrerequisiteDefinition(dependency.feature(), keys));
    }

    private void neverHolds(String reason) {
        holding = false;
        notes.add(
                reason + ": this feature is never on in Unleash; the flag is switched off and the dependency dropped.");
    }
}
