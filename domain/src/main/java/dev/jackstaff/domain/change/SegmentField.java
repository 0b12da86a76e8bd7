package dev.jackstaff.domain.change;

import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import java.util.Locale;

/** A part of a segment, as instructions read and write it. */
public enum SegmentField implements InstructionField<SegmentDetails> {
    NAME,
    DESCRIPTION,
    CONDITION;

    @Override
    public String valueIn(SegmentDetails present) {
        return switch (this) {
            case NAME -> JsonText.quoted(present.name());
            case DESCRIPTION -> JsonText.quoted(present.description());
            case CONDITION -> DefinitionWriter.condition(present.condition());
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
