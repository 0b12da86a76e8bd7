package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.usage.Usage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of how often one feature was on and off.
 *
 * @param application empty where the client does not say
 * @param environment as the client says it; null where it does not
 * @param variants how often each was asked for and served, within yes and no; {@code disabled} is none
 */
record UsageReport(
        String application,
        @Nullable String environment,
        String feature,
        long yes,
        long no,
        Map<String, Long> variants) {
    private static final String NONE = "disabled";

    UsageReport {
        variants = Map.copyOf(variants);
    }

    /** Adds to the counts what concerns a flag that the key may see: clients could make up any number of names. */
    void countIn(Usage usage, Access.Granted granted) {
        Flag flag = granted.environment().flags().flag(feature);
        if (flag == null || (flag.serverOnly() && !granted.serverOnlyToo())) {
            return;
        }
        long without = yes;
        for (Map.Entry<String, Long> variant : variants.entrySet()) {
            if (!variant.getKey().equals(NONE)) {
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
