package dev.jackstaff.domain.draft;

import org.jspecify.annotations.Nullable;

/**
 * A field that a draft reads or writes, and that somebody else has changed since the draft was begun. Values are JSON; null
 * if the field is not there.
 *
 * @param field its place, as a refused change names it: {@code checkout/rules/4f1c20aa/rollout}
 * @param base the value when the draft was begun
 * @param theirs the value now
 * @param mine the value that the draft gives it
 */
public record FieldConflict(String field, @Nullable String base, @Nullable String theirs, @Nullable String mine) {}
