package dev.jackstaff.domain.flag;

import java.util.Locale;

/** What speaks for a flag being no longer needed. */
public enum StaleReason {
    /** People have marked it. */
    MARKED,
    /** It is older than flags of its kind are expected to become. */
    PAST_LIFETIME,
    /** It is on, but nothing has asked for it for some time. */
    NOT_EVALUATED,
    /** It has given the same answer everywhere for some time. */
    SAME_ANSWER;

    /** The name in the API: lower case, with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
