package dev.jackstaff.api.http;

import org.jspecify.annotations.Nullable;

/** A body that is a page of a list. */
public interface Page {
    /** The {@code cursor} of the next page; null if there is none. */
    @Nullable
    String next();
}
