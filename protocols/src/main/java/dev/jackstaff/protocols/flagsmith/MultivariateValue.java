package dev.jackstaff.protocols.flagsmith;

import dev.jackstaff.engine.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value of a percentage split and the percentage of identities that get it.
 *
 * @param id decides the order; null or 0 if the UUID does
 * @param uuid empty if absent
 * @param percentageAllocation within 0..100, as the document spells it
 * @param value as a feature state's
 * @param key the variant's name; null if it has none
 */
public record MultivariateValue(
        @Nullable Long id,
        String uuid,
        BigDecimal percentageAllocation,
        @Nullable Value value,
        @Nullable Long optionId,
        @Nullable String key) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public MultivariateValue {
        if (percentageAllocation.signum() < 0 || percentageAllocation.compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("a percentage must be within 0..100: " + percentageAllocation);
        }
    }
}
