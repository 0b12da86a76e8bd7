package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.attribute.boundary.AttributeView;

/**
 * An attribute after it was put.
 *
 * @param isNew whether the project did not define it before
 */
public record StoredAttribute(AttributeView attribute, boolean isNew) {}
