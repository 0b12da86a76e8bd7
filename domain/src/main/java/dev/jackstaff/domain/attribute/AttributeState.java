package dev.jackstaff.domain.attribute;

import dev.jackstaff.domain.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * An attribute in a project, which may define it.
 *
 * @param definition null if the project does not define it
 */
public record AttributeState(@Nullable AttributeDetails definition) {
    public static final AttributeState UNDEFINED = new AttributeState(null);

    /** The definition; NotFound if there is none. */
    public AttributeDetails existing(AttributeName name) {
        AttributeDetails present = definition;
        if (present == null) {
            throw new DomainException.NotFound("attribute", name);
        }
        return present;
    }
}
