package dev.jackstaff.domain.imports.control;

/** The scope of a set of changes: none, one environment, or a whole project. It only grows. Not thread-safe. */
public final class ChangeScope {
    private boolean coversEnvironment;
    private boolean coversProject;

    /** Adds the one environment. */
    void addEnvironment() {
        coversEnvironment = true;
    }

    /** Adds all environments. */
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
