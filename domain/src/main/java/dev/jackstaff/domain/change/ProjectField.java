package dev.jackstaff.domain.change;

import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.engine.JsonText;
import java.util.Locale;

/** A part of a project's details, as instructions read and write it. */
public enum ProjectField implements InstructionField<ProjectDetails> {
    NAME,
    DESCRIPTION;

    @Override
    public String valueIn(ProjectDetails present) {
        return JsonText.quoted(this == NAME ? present.name() : present.description());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
