package dev.jackstaff.domain;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field where, as {@code rules[2].outcome}; empty for the whole
 */
public record Violation(String field, String message) {
    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
