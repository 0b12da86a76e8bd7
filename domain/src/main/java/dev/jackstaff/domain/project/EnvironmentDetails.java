package dev.jackstaff.domain.project;

/**
 * The changeable details of an environment.
 *
 * @param name empty for the key
 * @param production whether it is used in production, so that people take care
 * @param sortOrder its position among the project's environments, lowest first
 */
public record EnvironmentDetails(String name, boolean production, int sortOrder) {
    /** These details as they are stored: without a name, the key is the name. */
    public EnvironmentDetails named(EnvironmentKey key) {
        return new EnvironmentDetails(name.isBlank() ? key.value() : name.strip(), production, sortOrder);
    }
}
