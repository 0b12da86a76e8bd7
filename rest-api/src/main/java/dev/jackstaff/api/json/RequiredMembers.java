package dev.jackstaff.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The members that a body must have; they are reported as missing together with every other mistake. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiredMembers {
    /** The names of the members; other names for the same follow after a slash. */
    String[] value();
}
