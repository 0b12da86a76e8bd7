package dev.jackstaff.protocols.flagsmith;

/**
 * What a feature is in all environments.
 *
 * @param type {@code STANDARD} or {@code MULTIVARIATE}
 */
public record FlagsmithFeature(int id, String name, String type) {
    public static final String STANDARD = "STANDARD";
    public static final String MULTIVARIATE = "MULTIVARIATE";
}
