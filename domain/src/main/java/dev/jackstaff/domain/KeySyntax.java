package dev.jackstaff.domain;

import java.util.regex.Pattern;

/**
 * The syntax of keys: 1 to 100 of {@code A-Za-z0-9._~-}, so that they are safe in every URL; not {@code .} or
 * {@code ..}.
 */
public final class KeySyntax {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,100}");

    private KeySyntax() {}

    /**
     * Returns the text if it is a valid key.
     *
     * @throws DomainException.Invalid if it is not a key
     */
    public static String requireValid(String field, String text) {
        if (!KEY.matcher(text).matches() || text.equals(".") || text.equals("..")) {
            throw new DomainException.Invalid(
                    field, "a key must be 1 to 100 letters, digits and . _ ~ - (and neither \".\" nor \"..\")");
        }
        return text;
    }
}
