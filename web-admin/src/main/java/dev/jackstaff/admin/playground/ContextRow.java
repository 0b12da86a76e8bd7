package dev.jackstaff.admin.playground;

/**
 * A line of the form of a context.
 *
 * @param text its value as it is typed; empty if it is not given
 * @param json whether the text is JSON; otherwise it is the value
 */
public record ContextRow(String name, String text, boolean json) {}
