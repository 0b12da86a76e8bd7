package dev.jackstaff.admin.code;

/**
 * A piece of code.
 *
 * @param step what it is for: {@code install}, {@code key}, {@code setup} or {@code ask}
 * @param file where it belongs
 */
public record Snippet(String step, String file, String text) {}
