package dev.jackstaff.domain.imports.control;

/**
 * The scope of a set of changes: none, the details of a project, one environment, or a whole project. It only grows. Not
 * thread-safe.
 */
public final class ChangeScope {
    private boolean coversEnvironment;
    private boolean coversDetails;
    private boolean coversProject;

    /** Adds what no environment serves, such as names. */
    void addDetails() {
        coversDetails = true;
    }

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

    public boolean coversDetails() {
        return coversDetails;
    }

    public boolean coversProject() {
        return coversProject;
    }
}
