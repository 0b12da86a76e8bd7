package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Messages with arguments, for use in pages. */
@Named
@ApplicationScoped
public class FormattedMessages {
    /** The accessible label of a switch. */
    public String switchLabel(String flag, String environment) {
        return MessageBundle.format("switch.label", flag, environment);
    }

    /** A message with one argument. */
    public String format(String key, Object argument) {
        return MessageBundle.format(key, argument);
    }

    /** A message with two arguments. */
    public String format(String key, Object first, Object second) {
        return MessageBundle.format(key, first, second);
    }
}
