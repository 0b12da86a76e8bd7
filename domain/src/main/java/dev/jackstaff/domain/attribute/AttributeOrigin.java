package dev.jackstaff.domain.attribute;

import java.util.Locale;

/** Where it is known from that there is an attribute. */
public enum AttributeOrigin {
    /** The project defines it. */
    PROJECT,
    /** SDKs send it without being asked. */
    STANDARD,
    /** A rule or a segment of the project uses it, and nobody has defined it. */
    USED;

    /** The name in the API: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
