package dev.jackstaff.domain.oidc;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a user as a token names them. Only groups that are present say something: a token without the claim, such
 * as one of Entra for a user in too many groups, says nothing about groups, while an empty list says that there are none.
 *
 * @param names empty if absent
 */
public record GroupClaims(boolean present, List<String> names) {
    public static final GroupClaims ABSENT = new GroupClaims(false, List.of());

    public GroupClaims {
        names = List.copyOf(names);
    }

    /** The groups in a claim's value: a list of texts, or one text. Anything else is no claim of groups. */
    public static GroupClaims of(@Nullable Object value) {
        if (value instanceof String one) {
            return new GroupClaims(true, one.isBlank() ? List.of() : List.of(one));
        }
        if (value instanceof Collection<?> several && several.stream().allMatch(String.class::isInstance)) {
            return new GroupClaims(
                    true, several.stream().map(String.class::cast).toList());
        }
        return ABSENT;
    }
}
