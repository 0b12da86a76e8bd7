package dev.jackstaff.domain.project;

/**
 * The changeable details of a project.
 *
 * @param name empty for the key
 */
public record ProjectDetails(String name, String description) {
    /** These details as they are stored: without a name, the key is the name. */
    public ProjectDetails named(ProjectKey key) {
        return new ProjectDetails(name.isBlank() ? key.value() : name.strip(), description);
    }
}
