package dev.jackstaff.domain;

import java.util.OptionalLong;

/** The version that a write expects to replace (the content of If-Match), or any version. */
public record ExpectedVersion(OptionalLong version) {
    private static final ExpectedVersion ANY = new ExpectedVersion(OptionalLong.empty());

    /** No expectation: the write applies to any version. */
    public static ExpectedVersion any() {
        return ANY;
    }

    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(OptionalLong.of(version));
    }

    /**
     * Checks the stored version against the expectation.
     *
     * @throws DomainException.Stale if another version is expected
     */
    public void check(String resource, long actual) {
        if (version.isPresent() && version.getAsLong() != actual) {
            throw new DomainException.Stale(resource);
        }
    }
}
