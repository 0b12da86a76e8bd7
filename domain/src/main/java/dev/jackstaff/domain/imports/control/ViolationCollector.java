package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;

/** A collector of violations of many items, each reported under its item's name. Not thread-safe. */
final class ViolationCollector {
    private final Violations all = new Violations();

    /** Runs a task and collects its violations under a name. */
    void collect(String name, Runnable work) {
        try {
            work.run();
        } catch (DomainException.Invalid invalid) {
            invalid.violations()
                    .forEach(violation -> all.add(
                            violation.field().isEmpty() ? name : name + "." + violation.field(), violation.message()));
        }
    }

    /** Throws if anything was collected. */
    void throwIfAny() {
        all.throwIfAny();
    }
}
