package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's counts of one feature: on, off and by variant.
 *
 * @param application empty if the client does not name one
 * @param environment as the client names it; null if it does not
 * @param variants how often each was requested and served, within yes and no
 */
record UnleashUsageReport(
        String application,
        @Nullable String environment,
        String feature,
        long yes,
        long no,
        Map<String, Long> variants) {
    UnleashUsageReport {
        variants = Collections.unmodifiableMap(new HashMap<>(variants));
    }

    /** @param sdk the SDK that reports; empty if it does not say, or if the reports are of many */
    static void countAll(List<UnleashUsageReport> reports, UsageCounter usage, Access.Granted granted, String sdk) {
        reports.forEach(report -> report.countIn(usage, granted, sdk));
    }

    /**
     * Adds the counts of an existing flag and its variants: clients could make up any number of names. Of a flag that
     * does not exist only yes and no are passed on, for Unleash's page of unknown flags; one that the key may not see
     * counts nothing.
     */
    private void countIn(UsageCounter usage, Access.Granted granted, String sdk) {
        if (!feature.isEmpty() && granted.environment().flags().flag(feature) == null) {
            usage.addUnknown(counted(granted, sdk, true, ""), yes);
            usage.addUnknown(counted(granted, sdk, false, ""), no);
        }
        if (granted.flag(feature) == null) {
            return;
        }
        Set<String> known = VariantKeys.of(granted.environment(), feature);
        long without = yes;
        for (Map.Entry<String, Long> variant : variants.entrySet()) {
            if (known.contains(variant.getKey())) {
                usage.add(counted(granted, sdk, true, variant.getKey()), variant.getValue());
                without -= variant.getValue();
            }
        }
        usage.add(counted(granted, sdk, true, ""), without);
        usage.add(counted(granted, sdk, false, ""), no);
    }

    private UsageCounter.CounterKey counted(Access.Granted granted, String sdk, boolean enabled, String variant) {
        return new UsageCounter.CounterKey(
                granted.environment().snapshot().key(), application, sdk, feature, enabled, variant);
    }
}
