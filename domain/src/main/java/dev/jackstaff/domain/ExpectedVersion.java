package dev.jackstaff.domain;

import java.util.OptionalLong;

/** The version a caller believes to change, or any. */
public record ExpectedVersion(OptionalLong version) {
    private static final ExpectedVersion ANY = new ExpectedVersion(OptionalLong.empty());

    /** Changes whatever is there. */
    public static ExpectedVersion any() {
        return ANY;
    }

    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(OptionalLong.of(version));
    }

    /**
     * Lets the actual version pass.
     *
     * @throws DomainException.Stale where another one is expected
     */
    public void check(String resource, long actual) {
        if (version.isPresent() && version.getAsLong() != actual) {
            throw new DomainException.Stale(resource);
        }
    }
}
