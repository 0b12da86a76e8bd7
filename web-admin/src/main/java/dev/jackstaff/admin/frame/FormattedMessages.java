package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Sentences that pages put together from words of the bundle and names. */
@Named
@ApplicationScoped
public class FormattedMessages {
    /** What a switch is for, for those who do not see the table around it. */
    public String switchLabel(String flag, String environment) {
        return MessageBundle.format("switch.label", flag, environment);
    }

    /** Whether the reader is sure. */
    public String switchQuestion(String flag, String environment, boolean on) {
        return MessageBundle.format(on ? "switch.confirm.on" : "switch.confirm.off", flag, environment);
    }

    /** A sentence about one thing. */
    public String format(String key, String argument) {
        return MessageBundle.format(key, argument);
    }
}
