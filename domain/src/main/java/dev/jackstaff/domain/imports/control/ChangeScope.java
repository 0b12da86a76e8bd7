package dev.jackstaff.domain.imports.control;

/** How far a set of changes reaches: nowhere, one environment, or all of a project. Grows only. Not thread-safe. */
public final class ChangeScope {
    private boolean coversEnvironment;
    private boolean coversProject;

    /** The one environment is concerned. */
    void addEnvironment() {
        coversEnvironment = true;
    }

    /** All environments are concerned. */
    void addProject() {
        coversProject = true;
    }

    public boolean coversEnvironment() {
        return coversEnvironment;
    }

    public boolean coversProject() {
        return coversProject;
    }
}
