package dev.jackstaff.domain.audit;

import dev.jackstaff.domain.DomainException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of the chain that was written down outside the database.
 *
 * @param hash 64 hexadecimal digits
 */
public record AuditAnchor(long sequence, String hash) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    public static AuditAnchor of(Seal seal) {
        return new AuditAnchor(seal.sequence(), seal.hash());
    }

    /**
     * The anchor in a text such as {@code 17:0fa4...}.
     *
     * @throws DomainException.Invalid if it is none
     */
    public static AuditAnchor parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new DomainException.Invalid("", "must be a number, a colon and 64 hexadecimal digits");
        }
        return new AuditAnchor(Long.parseLong(parts.group(1)), parts.group(2));
    }
}
