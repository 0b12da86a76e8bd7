package dev.jackstaff.protocols.cacheaside;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The cache-aside service's JSON of one flag: its switch, its rollout percentage and descriptive data. Contains no
 * rules.
 */
record FlagDataWriter(FlagDefinition flag) {
    private static final int PERCENT = 100;
    private static final int DECIMALS = 2;

    void write(JsonGenerator generator, String project, String environment) throws IOException {
        generator.writeBooleanField("enabled", flag.enabled());
        generator.writeNumberField("rollout_percentage", rolloutPercentage());
        generator.writeObjectFieldStart("metadata");
        generator.writeStringField("project", project);
        generator.writeStringField("environment", environment);
        generator.writeStringField("type", flag.type().name().toLowerCase(Locale.ROOT));
        generator.writeBooleanField("targeted", isTargeted());
        generator.writeEndObject();
    }

    /** Whether rules decide for some users; the percentage is then that of all other users. */
    private boolean isTargeted() {
        return flag.rules().stream()
                .anyMatch(rule -> rule.enabled() && !rule.condition().equals(ConditionDefinition.ALWAYS));
    }

    /** The percentage of users who get the enabled flag, among those whom no condition targets. */
    BigDecimal rolloutPercentage() {
        BigDecimal left = BigDecimal.ONE;
        BigDecimal on = BigDecimal.ZERO;
        for (RuleDefinition rule : flag.rules()) {
            if (rule.enabled() && rule.condition().equals(ConditionDefinition.ALWAYS)) {
                BigDecimal share = ratio(rule.rollout().basisPoints(), RolloutDefinition.WHOLE);
                on = on.add(left.multiply(share).multiply(share(rule.outcome())));
                left = left.multiply(BigDecimal.ONE.subtract(share));
            }
        }
        BigDecimal percentage = on.add(left.multiply(share(flag.fallthrough()))).multiply(BigDecimal.valueOf(PERCENT));
        BigDecimal plain = percentage.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private BigDecimal share(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return isOn(serve.variant()) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (outcome instanceof OutcomeDefinition.Split split) {
            long all = split.variants().stream()
                    .mapToLong(OutcomeDefinition.WeightedVariant::weight)
                    .sum();
            long some = split.variants().stream()
                    .filter(share -> isOn(share.variant()))
                    .mapToLong(OutcomeDefinition.WeightedVariant::weight)
                    .sum();
            return all == 0 ? BigDecimal.ZERO : ratio(some, all);
        }
        return BigDecimal.ZERO;
    }

    private boolean isOn(String variant) {
        return flag.variants().stream()
                .anyMatch(known -> known.key().equals(variant) && flag.isOn(variant, known.value()));
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 8, RoundingMode.HALF_UP);
    }
}
