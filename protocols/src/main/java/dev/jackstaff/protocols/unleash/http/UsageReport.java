package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.usage.Usage;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of how often one feature was on and off.
 *
 * @param application empty where the client does not say
 * @param environment as the client says it; null where it does not
 * @param variants how often each was asked for and served, within yes and no
 */
record UsageReport(
        String application,
        @Nullable String environment,
        String feature,
        long yes,
        long no,
        Map<String, Long> variants) {
    UsageReport {
        variants = Collections.unmodifiableMap(new HashMap<>(variants));
    }

    static void countAll(List<UsageReport> reports, Usage usage, Access.Granted granted) {
        reports.forEach(report -> report.countIn(usage, granted));
    }

    /** Adds to the counts what concerns a flag and variants that there are: clients could make up any number of names. */
    private void countIn(Usage usage, Access.Granted granted) {
        Flag flag = granted.environment().flags().flag(feature);
        if (flag == null || (flag.serverOnly() && !granted.serverOnlyToo())) {
            return;
        }
        Set<String> known = KnownVariants.of(granted.environment(), feature);
        long without = yes;
        for (Map.Entry<String, Long> variant : variants.entrySet()) {
            if (known.contains(variant.getKey())) {
                usage.add(counted(granted, true, variant.getKey()), variant.getValue());
                without -= variant.getValue();
            }
        }
        usage.add(counted(granted, true, ""), without);
        usage.add(counted(granted, false, ""), no);
    }

    private Usage.Counted counted(Access.Granted granted, boolean enabled, String variant) {
        return new Usage.Counted(granted.environment().snapshot().key(), application, feature, enabled, variant);
    }
}
