package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The subset of JSONPath (RFC 9535) that names one member: {@code $}, then names after a point or quoted in brackets.
 * The rest of the RFC (wildcards, indices, slices, filters, descendants) cannot be followed here.
 */
final class JsonPath {
    private final String path;
    private final List<String> names = new ArrayList<>();
    private int at = 1;

    private JsonPath(String path) {
        this.path = path;
    }

    /** The names of a path that begins with {@code $}; empty if the path is outside the subset. */
    static Optional<List<String>> names(String path) {
        JsonPath parsed = new JsonPath(path);
        boolean understood = true;
        while (understood && parsed.at < path.length()) {
            understood = path.charAt(parsed.at) == '.' ? parsed.plainName() : parsed.quotedName();
        }
        return understood && !parsed.names.isEmpty() ? Optional.of(parsed.names) : Optional.empty();
    }

    /**
     * Whether a path outside of the subset may be one that the rest of the RFC gives a meaning. What is no path at all is
     * the name of a trait.
     */
    static boolean mayBeBeyondSubset(String path) {
        return path.indexOf('[') >= 0 || path.indexOf('*') >= 0 || path.contains("..");
    }

    private boolean plainName() {
        int from = at + 1;
        int to = from;
        while (to < path.length() && belongsToName(path.charAt(to), to == from)) {
            to++;
        }
        names.add(path.substring(from, to));
        at = to;
        return to > from;
    }

    private static boolean belongsToName(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c >= 0x80
                || (!first && c >= '0' && c <= '9');
    }

    private boolean quotedName() {
        char quote = path.startsWith("['", at) ? '\'' : '"';
        int end = path.startsWith("[" + quote, at) ? closingQuote(quote, at + 2) : -1;
        if (end < 0 || !path.startsWith("]", end + 1)) {
            return false;
        }
        String quoted = path.substring(at + 2, end);
        at = end + 2;
        return addUnescaped(quote == '\'' ? quoted.replace("\\'", "'").replace("\"", "\\\"") : quoted);
    }

    private int closingQuote(char quote, int from) {
        int i = from;
        while (i < path.length() && path.charAt(i) != quote) {
            i += path.charAt(i) == '\\' ? 2 : 1;
        }
        return i < path.length() ? i : -1;
    }

    /** Appends a double-quoted string, whose escapes are those of JSON; false if it is invalid. */
    private boolean addUnescaped(String quoted) {
        try {
            names.add(Value.parse(ValueType.STRING, '"' + quoted + '"').text());
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
