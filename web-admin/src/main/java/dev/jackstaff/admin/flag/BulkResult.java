package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;

/**
 * What became of one of the flags that were changed together.
 *
 * @param outcome {@code changed}, {@code same} if it was so already, or {@code refused}
 * @param reason why it was refused; empty otherwise
 */
public record BulkResult(String flag, String outcome, String reason) {
    private static final String CHANGED = "changed";
    private static final String SAME = "same";
    private static final String REFUSED = "refused";

    static BulkResult of(String flag, boolean changed) {
        return new BulkResult(flag, changed ? CHANGED : SAME, "");
    }

    static BulkResult refused(String flag, String reason) {
        return new BulkResult(flag, REFUSED, reason);
    }

    public String getFlag() {
        return flag;
    }

    public boolean isChanged() {
        return outcome.equals(CHANGED);
    }

    public boolean isRefused() {
        return outcome.equals(REFUSED);
    }

    /** What became of it, in words. */
    public String getWords() {
        return isRefused() ? reason : MessageBundle.format("bulk.result." + outcome);
    }
}
