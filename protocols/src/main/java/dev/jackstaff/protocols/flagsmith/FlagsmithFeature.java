package dev.jackstaff.protocols.flagsmith;

/**
 * A Flagsmith feature, the same in all environments of a project.
 *
 * @param type {@code STANDARD} or {@code MULTIVARIATE}
 */
public record FlagsmithFeature(long id, String name, String type) {
    public static final String STANDARD = "STANDARD";
    public static final String MULTIVARIATE = "MULTIVARIATE";
}
