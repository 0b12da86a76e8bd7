/**
 * The bucketing of subjects: named, versioned algorithms that turn a salt and an identifier into a bucket. Knows nothing
 * of flags.
 */
@NullMarked
package dev.jackstaff.engine.bucketing;

import org.jspecify.annotations.NullMarked;
