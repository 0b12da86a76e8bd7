package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.bucketing.BucketRanges;
import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.MultivariateValue;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compiled outcomes of one feature. A disabled feature still serves its value and its own reason in the metadata;
 * only its OpenFeature reason is {@code DISABLED}.
 */
final class FeatureOutcomes {
    private static final String UNNAMED = "";
    private static final String CONTROL = "control";
    private static final int HEX = 16;

    private final String feature;
    private final String identityPrefix;

    FeatureOutcomes(String feature, String identityPrefix) {
        this.feature = feature;
        this.identityPrefix = identityPrefix;
    }

    /** The outcome of the feature's environment state. */
    Outcome byDefault(FeatureState state) {
        return outcome(state, answer(state, state.value(), UNNAMED, Reason.DEFAULT));
    }

    /** The outcome of a segment override. */
    Outcome inSegment(FeatureState state, String segment) {
        return outcome(state, matched(state, segment));
    }

    /** The outcome of an identity override; multivariate values are not split. */
    Outcome forIdentity(FeatureState state, String segment) {
        return new Outcome.Fixed(matched(state, segment));
    }

    private Evaluation matched(FeatureState state, String segment) {
        return answer(state, state.value(), UNNAMED, Reason.TARGETING_MATCH)
                .withMetadata(FlagsmithReason.SEGMENT, segment);
    }

    /** The outcome of a state: the given evaluation, if there is no identity or no split. */
    private Outcome outcome(FeatureState state, Evaluation own) {
        if (state.multivariateValues().isEmpty()) {
            return new Outcome.Fixed(own);
        }
        List<MultivariateValue> values = state.multivariateValues().stream()
                .sorted(Comparator.comparing(FeatureOutcomes::priority))
                .toList();
        BucketRanges scale = new BucketRanges(
                Md5Bucketing.bucketer(state.key(), identityPrefix),
                Md5Bucketing.upperBounds(values.stream()
                        .map(value -> value.percentageAllocation().doubleValue())
                        .toList()));
        return new Outcome.Split(
                scale,
                new FlagsmithStickiness.ByIdentity(),
                values.stream().map(value -> chosen(state, value, own)).toList(),
                renamed(own, CONTROL),
                own,
                false);
    }

    private Evaluation chosen(FeatureState state, MultivariateValue value, Evaluation own) {
        String key = value.key() == null ? UNNAMED : value.key();
        Evaluation answer = answer(state, value.value(), key, Reason.SPLIT)
                .withMetadata(FlagsmithReason.WEIGHT, FlagsmithReason.weight(value.percentageAllocation()));
        String segment = own.metadata().get(FlagsmithReason.SEGMENT);
        return segment == null ? answer : answer.withMetadata(FlagsmithReason.SEGMENT, segment);
    }

    private Evaluation answer(FeatureState state, @Nullable Value value, String variant, Reason reason) {
        Variant served = value == null
                ? new Variant(variant, Value.of(state.enabled()), Variant.NO_PAYLOAD)
                : Variant.of(variant, value);
        return state.enabled()
                ? Evaluation.on(feature, served, reason)
                : Evaluation.off(feature, served, Reason.DISABLED);
    }

    private static Evaluation renamed(Evaluation answer, String name) {
        Variant variant = answer.variant();
        return variant == null
                ? answer
                : new Evaluation(
                        answer.flagKey(),
                        answer.enabled(),
                        new Variant(name, variant.value(), variant.payloadType()),
                        answer.reason(),
                        answer.errorCode(),
                        answer.errorDetails(),
                        answer.metadata());
    }

    /** The order of a multivariate value: its id, else its UUID as a number; values with neither come last. */
    private static BigInteger priority(MultivariateValue value) {
        Long id = value.id();
        if (id != null && id != 0) {
            return BigInteger.valueOf(id);
        }
        String digits = value.uuid().replace("-", "");
        boolean known = digits.length() == 2 * HEX && digits.chars().allMatch(c -> Character.digit(c, HEX) >= 0);
        return known ? new BigInteger(digits, HEX) : BigInteger.ONE.shiftLeft(Long.SIZE * 2);
    }
}
