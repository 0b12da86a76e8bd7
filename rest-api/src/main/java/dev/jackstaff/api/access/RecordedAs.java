package dev.jackstaff.api.access;

import dev.jackstaff.domain.actor.Channel;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The channel by which the audit trail says that the requests of a resource came. Without it they are of the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RecordedAs {
    Channel value();
}
