package dev.jackstaff.admin.usage;

/**
 * A variant with how many of the evaluations it was served to.
 *
 * @param name for people
 * @param dot the class of its colour
 * @param fill the class of its part of the bar
 * @param x where its part of the bar begins, of 1,000
 * @param width how wide that is
 * @param share for people, such as {@code 25.1 %}
 */
public record ServedVariant(String name, String dot, String fill, long x, long width, String share) {}
