package dev.jackstaff.domain.change;

import dev.jackstaff.domain.Violations;

/**
 * Why a change is made.
 *
 * @param reason for people; empty if nobody said it
 * @param ticket the key or address of what asked for it, in another system; empty for none
 */
public record ChangeNote(String reason, String ticket) {
    public static final ChangeNote NONE = new ChangeNote("", "");

    public ChangeNote {
        Violations violations = new Violations();
        violations.checkText("reason", reason, Violations.MAX_DESCRIPTION_LENGTH);
        violations.checkText("ticket", ticket, Violations.MAX_NAME_LENGTH);
        violations.throwIfAny();
    }
}
