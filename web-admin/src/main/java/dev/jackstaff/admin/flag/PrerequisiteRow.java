package dev.jackstaff.admin.flag;

import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.io.Serializable;
import java.util.List;

/** A prerequisite of a flag, which the form shows but does not change. */
record PrerequisiteRow(String flag, List<String> variants) implements Serializable {
    static PrerequisiteRow of(PrerequisiteDefinition definition) {
        return new PrerequisiteRow(definition.flag(), definition.variants());
    }

    PrerequisiteDefinition definition() {
        return new PrerequisiteDefinition(flag, variants);
    }
}
