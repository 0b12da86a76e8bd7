package dev.jackstaff.domain.attribute.boundary;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeOrigin;
import dev.jackstaff.domain.attribute.StandardAttribute;
import dev.jackstaff.domain.attribute.entity.ContextAttribute;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as editors offer it.
 *
 * @param details null if nobody has defined it
 * @param times when the project defined it and last changed that; null if it does not define it
 * @param version counts the changes of the definition; 0 if the project does not define it
 */
public record AttributeView(
        String name, AttributeOrigin origin, @Nullable AttributeDetails details, @Nullable Times times, long version) {
    /** When an attribute was defined, and when that was last changed. */
    public record Times(Instant createdAt, Instant updatedAt) {}

    static AttributeView of(ContextAttribute attribute) {
        return new AttributeView(
                attribute.name().value(),
                AttributeOrigin.PROJECT,
                attribute.details(),
                new Times(attribute.createdAt(), attribute.updatedAt()),
                attribute.version());
    }

    static AttributeView of(StandardAttribute standard) {
        return new AttributeView(
                standard.name(),
                AttributeOrigin.STANDARD,
                new AttributeDetails(standard.type(), standard.description(), List.of()),
                null,
                0);
    }

    static AttributeView used(String name) {
        return new AttributeView(name, AttributeOrigin.USED, null, null, 0);
    }
}
