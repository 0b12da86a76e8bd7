package dev.jackstaff.admin.details;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.engine.snapshot.DocumentException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a value that was typed is refused.
 *
 * @param line where, counted from 1; 0 if it is not known
 * @param text for people; empty for no problem
 */
public record ValueProblem(int line, String text) {
    static final ValueProblem NONE = new ValueProblem(0, "");

    /** The last name in the JSON pointer of a message about a schema. */
    private static final Pattern MEMBER = Pattern.compile("(?:^| )/(?:[^:\\s]*/)?([^/:\\s]+): ");

    static ValueProblem of(DocumentException malformed) {
        return new ValueProblem(malformed.line(), malformed.reason());
    }

    /** The problem that a refusal names; its line is that of the member which does not fit the schema. */
    static ValueProblem of(DomainException.Invalid invalid, String typed) {
        Violation first = invalid.violations().get(0);
        Matcher member = MEMBER.matcher(first.message());
        int line = member.find() ? lineOf("\"" + member.group(1) + "\"", typed) : 0;
        return new ValueProblem(
                line, invalid.violations().stream().map(Violation::message).collect(Collectors.joining("; ")));
    }

    private static int lineOf(String quoted, String typed) {
        List<String> lines = typed.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(quoted)) {
                return i + 1;
            }
        }
        return 0;
    }

    public int getLine() {
        return line;
    }

    public String getText() {
        return text;
    }

    public boolean isPresent() {
        return !text.isEmpty();
    }
}
