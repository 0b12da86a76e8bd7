package dev.jackstaff.domain.change.control;

/** How far a set of changes reaches: nowhere, one environment, or all of a project. Grows only. Not thread-safe. */
public final class Reach {
    private boolean somewhere;
    private boolean everywhere;

    /** The one environment is concerned. */
    void here() {
        somewhere = true;
    }

    /** All environments are concerned. */
    void all() {
        everywhere = true;
    }

    public boolean somewhere() {
        return somewhere;
    }

    public boolean everywhere() {
        return everywhere;
    }
}
