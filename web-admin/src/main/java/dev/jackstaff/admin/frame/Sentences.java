package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Sentences that pages put together from words of the bundle and names. */
@Named
@ApplicationScoped
public class Sentences {
    /** What a switch is for, for those who do not see the table around it. */
    public String label(String flag, String environment) {
        return Texts.of("switch.label", flag, environment);
    }

    /** Whether the reader is sure. */
    public String question(String flag, String environment, boolean on) {
        return Texts.of(on ? "switch.confirm.on" : "switch.confirm.off", flag, environment);
    }

    /** A sentence about one thing. */
    public String sentence(String key, String argument) {
        return Texts.of(key, argument);
    }
}
