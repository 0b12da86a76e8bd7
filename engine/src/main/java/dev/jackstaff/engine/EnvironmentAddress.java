package dev.jackstaff.engine;

/**
 * The address of an environment: the key of its project, and its own key within it. Its text form, {@code
 * project/environment}, names the environment in the grid, in backups, in usage and in settings. Which characters a key may
 * have is up to the system that the environment is managed in.
 */
public record EnvironmentAddress(String project, String environment) {
    private static final char SEPARATOR = '/';

    /**
     * The address of a text form. The first slash ends the project's key.
     *
     * @throws IllegalArgumentException where the text has no project's key or no slash
     */
    public static EnvironmentAddress parse(String text) {
        int slash = text.indexOf(SEPARATOR);
        if (slash < 1) {
            throw new IllegalArgumentException("an environment must have the form project/environment");
        }
        return new EnvironmentAddress(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return project + SEPARATOR + environment;
    }
}
