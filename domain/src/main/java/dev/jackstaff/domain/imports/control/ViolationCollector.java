package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;

/** Gathers what is wrong with many things, each under its own name. Not thread-safe. */
final class ViolationCollector {
    private final Violations all = new Violations();

    /** Does something about one of them; what is invalid about it is told later, with the rest. */
    void collect(String name, Runnable work) {
        try {
            work.run();
        } catch (DomainException.Invalid invalid) {
            invalid.violations()
                    .forEach(violation -> all.add(
                            violation.field().isEmpty() ? name : name + "." + violation.field(), violation.message()));
        }
    }

    /** Refuses them all where one is invalid. */
    void throwIfAny() {
        all.throwIfAny();
    }
}
