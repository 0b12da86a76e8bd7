package dev.jackstaff.domain.change;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeState;
import dev.jackstaff.engine.JsonText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the definition of an attribute, as instructions read and write it. */
public enum AttributeField implements InstructionField<AttributeState> {
    TYPE,
    DESCRIPTION,
    VALUES;

    @Override
    public @Nullable String valueIn(AttributeState present) {
        AttributeDetails definition = present.definition();
        return definition == null ? null : valueIn(definition);
    }

    private String valueIn(AttributeDetails definition) {
        return switch (this) {
            case TYPE -> JsonText.quoted(definition.type().label());
            case DESCRIPTION -> JsonText.quoted(definition.description());
            case VALUES -> definition.valuesJson();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
