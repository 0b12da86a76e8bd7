/** Which share of subjects somebody is in: named, versioned strategies that turn a salt and an identifier into a bucket. */
@NullMarked
package dev.jackstaff.engine.bucketing;

import org.jspecify.annotations.NullMarked;
