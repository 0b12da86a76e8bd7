package dev.jackstaff.domain;

/** The number of items of a page. */
public final class PageLimit {
    /** The most that a page has. */
    public static final int MAX = 500;

    private PageLimit() {}

    /**
     * Refuses a limit that is not 1 to {@value #MAX}.
     *
     * @throws DomainException.Invalid for the field {@code limit}
     */
    public static void check(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new DomainException.Invalid("limit", "a page has 1 to " + MAX + " items");
        }
    }
}
