package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StalePolicy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that changes when flags become potentially stale. What is left out stays as it is.
 *
 * @param lifetimes of the kinds that get another
 * @param usageDays 1 to 365: so many days without an evaluation, or with one answer only, are a reason
 */
public record StalePolicyRequest(
        @Nullable List<@Nullable LifetimeBody> lifetimes, @Nullable Integer usageDays, @Nullable Long version) {
    StalePolicy applyTo(StalePolicy before) {
        StalePolicy changed = before.withLifetimes(parsedLifetimes());
        return usageDays == null ? changed : changed.withUsageDays(usageDays);
    }

    private Map<FlagKind, Integer> parsedLifetimes() {
        Map<FlagKind, Integer> parsed = new EnumMap<>(FlagKind.class);
        List<LifetimeBody> bodies = RequestFields.list("lifetimes", lifetimes);
        for (int i = 0; i < bodies.size(); i++) {
            String field = "lifetimes[" + i + "]";
            String label = RequestFields.required(field + ".kind", bodies.get(i).kind());
            FlagKind kind = RequestFields.parseLabel(field + ".kind", label, FlagKind.LABELS);
            int days = RequestFields.required(field + ".days", bodies.get(i).days());
            if (parsed.put(kind, days) != null) {
                throw new DomainException.Invalid(field + ".kind", "is named twice");
            }
        }
        return parsed;
    }
}
