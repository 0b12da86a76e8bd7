package dev.jackstaff.domain.project;

/**
 * The changeable details of an environment.
 *
 * @param name empty for the key
 * @param production whether it is used in production, so that people take care
 * @param sortOrder its position among the project's environments, lowest first
 * @param colour its colour while it is not in production
 */
public record EnvironmentDetails(String name, boolean production, int sortOrder, EnvironmentColour colour) {
    /** These details as they are stored: without a name, the key is the name. */
    public EnvironmentDetails named(EnvironmentKey key) {
        return withName(name.isBlank() ? key.value() : name.strip());
    }

    /** These details with another name. */
    public EnvironmentDetails withName(String other) {
        return new EnvironmentDetails(other, production, sortOrder, colour);
    }

    /** These details, in production or not. */
    public EnvironmentDetails withProduction(boolean used) {
        return new EnvironmentDetails(name, used, sortOrder, colour);
    }

    /** These details at another position. */
    public EnvironmentDetails withSortOrder(int position) {
        return new EnvironmentDetails(name, production, position, colour);
    }

    /** These details with another colour. */
    public EnvironmentDetails withColour(EnvironmentColour other) {
        return new EnvironmentDetails(name, production, sortOrder, other);
    }
}
