package dev.jackstaff.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says about the change that it is a part of.
 *
 * @param reason why, for people; empty if nobody said it
 * @param ticket what asked for it, in another system; empty for none
 * @param instructions of the change, as a JSON array; null if it was not made by instructions
 */
public record AuditNote(String reason, String ticket, @Nullable String instructions) {
    public static final AuditNote NONE = new AuditNote("", "", null);

    /** The note for the further entries of the change. */
    public AuditNote withoutInstructions() {
        return new AuditNote(reason, ticket, null);
    }
}
