package dev.jackstaff.domain;

import java.util.regex.Pattern;

/** How keys are spelled: 1 to 100 of {@code A-Za-z0-9._~-}, so that they are safe in every URL; not {@code .} or {@code ..}. */
public final class KeySyntax {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,100}");

    private KeySyntax() {}

    /**
     * The text itself.
     *
     * @throws DomainException.Invalid where it is no key
     */
    public static String requireValid(String field, String text) {
        if (!KEY.matcher(text).matches() || text.equals(".") || text.equals("..")) {
            throw new DomainException.Invalid(
                    field, "a key is 1 to 100 letters, digits and . _ ~ - (and neither \".\" nor \"..\")");
        }
        return text;
    }
}
