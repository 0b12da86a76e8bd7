package dev.jackstaff.domain.oidc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path to a claim, its members separated by dots: {@code groups}, {@code realm_access.roles},
 * {@code resource_access.my.client.roles}. Names may contain dots themselves; the longest name that is there counts.
 */
public record ClaimPath(String text) {
    public ClaimPath {
        if (text.isBlank() || List.of(text.split("\\.", -1)).contains("")) {
            throw new IllegalArgumentException("no path to a claim: \"" + text + "\"");
        }
    }

    /** The claim's value; null if it is absent or null. */
    public @Nullable Object find(Map<String, ?> claims) {
        return find(claims, text);
    }

    private static @Nullable Object find(Map<?, ?> members, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            Object member = members.get(path.substring(0, end));
            if (end == path.length()) {
                if (member != null) {
                    return member;
                }
            } else if (member instanceof Map<?, ?> nested) {
                Object found = find(nested, path.substring(end + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
