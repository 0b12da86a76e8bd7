package dev.jackstaff.domain;

/**
 * One validation error.
 *
 * @param field the path of the field, such as {@code rules[2].outcome}; empty for the whole input
 */
public record Violation(String field, String message) {
    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
