package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.protocols.unleash.Dependency;
import dev.jackstaff.protocols.unleash.StrategyVariant;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashVariant;
import java.util.Optional;
import java.util.stream.IntStream;

/** The reasons why a feature cannot become a native flag without changing its name or inverting its meaning. */
final class ConversionBlocker {
    private static final int MAX_KEY_LENGTH = 100;
    private static final long HEAVIEST = 1_000_000;
    private static final int MAX_VARIANTS = 1_000;

    private ConversionBlocker() {}

    /** The reason why a feature cannot be converted, as a sentence; empty if it can. */
    static Optional<String> find(UnleashFeature feature, ConversionContext surroundings) {
        Optional<String> own = findOwn(feature);
        return own.isPresent()
                ? own
                : feature.dependencies().stream()
                        .flatMap(dependency -> find(dependency, surroundings).stream())
                        .findFirst();
    }

    /** The reason why a feature itself, without its dependencies, cannot be converted; empty when it can. */
    static Optional<String> findOwn(UnleashFeature feature) {
        if (!isKey(feature.name())) {
            return Optional.of(
                    "The name is no flag key: those have 1 to 100 letters, digits and \".\", \"_\", \"~\", \"-\".");
        }
        int variants = feature.variants().size()
                + feature.strategies().stream()
                        .mapToInt(strategy -> strategy.variants().size())
                        .sum();
        if (variants > MAX_VARIANTS) {
            return Optional.of("It has more than " + MAX_VARIANTS + " variants.");
        }
        boolean heavy = weight(feature.variants().stream().mapToInt(UnleashVariant::weight)) > HEAVIEST
                || feature.strategies().stream()
                        .anyMatch(strategy ->
                                weight(strategy.variants().stream().mapToInt(StrategyVariant::weight)) > HEAVIEST);
        return heavy
                ? Optional.of("The weights of its variants add up to more than " + HEAVIEST + ".")
                : Optional.empty();
    }

    private static boolean isKey(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_KEY_LENGTH
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().allMatch(ConversionBlocker::isKeyCharacter);
    }

    private static boolean isKeyCharacter(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "._~-".indexOf(c) >= 0);
    }

    private static long weight(IntStream weights) {
        return weights.asLongStream().sum();
    }

    private static Optional<String> find(Dependency dependency, ConversionContext surroundings) {
        if (!dependency.enabled()) {
            return Optional.of("It needs its parent \"" + dependency.feature()
                    + "\" to be off, and a prerequisite can only ask for a flag that is on.");
        }
        return surroundings
                .feature(dependency.feature())
                .flatMap(ConversionBlocker::findOwn)
                .map(reason -> "Its parent \"" + dependency.feature() + "\" is lost.");
    }
}
