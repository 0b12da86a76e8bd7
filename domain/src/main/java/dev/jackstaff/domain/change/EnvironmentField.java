package dev.jackstaff.domain.change;

import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.engine.JsonText;

/** A part of an environment's details, as instructions read and write it. */
public enum EnvironmentField implements InstructionField<EnvironmentDetails> {
    NAME("name"),
    PRODUCTION("production"),
    SORT_ORDER("sortOrder"),
    COLOUR("colour");

    private final String member;

    EnvironmentField(String member) {
        this.member = member;
    }

    @Override
    public String valueIn(EnvironmentDetails present) {
        return switch (this) {
            case NAME -> JsonText.quoted(present.name());
            case PRODUCTION -> Boolean.toString(present.production());
            case SORT_ORDER -> Integer.toString(present.sortOrder());
            case COLOUR -> JsonText.quoted(present.colour().label());
        };
    }

    @Override
    public String toString() {
        return member;
    }
}
