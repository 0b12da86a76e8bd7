package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.Violations;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * When the flags of a project become potentially stale.
 *
 * @param lifetimes the number of days that flags of each kind are expected to live, 0 to {@value #MAX_LIFETIME}; 0 is for ever
 * @param usageDays 1 to {@value #MAX_USAGE_DAYS}: so many days without an evaluation, or with one answer only, are a reason
 */
public record StalePolicy(Map<FlagKind, Integer> lifetimes, int usageDays) {
    private static final int FOR_EVER = 0;
    private static final int MAX_LIFETIME = 3650;
    private static final int MAX_USAGE_DAYS = 365;

    /** The policy of a project that has set none: the lifetimes are those of Unleash. */
    public static final StalePolicy DEFAULT = new StalePolicy(
            Map.of(
                    FlagKind.RELEASE, 40,
                    FlagKind.EXPERIMENT, 40,
                    FlagKind.OPERATIONAL, 7,
                    FlagKind.KILL_SWITCH, FOR_EVER,
                    FlagKind.PERMISSION, FOR_EVER),
            30);

    public StalePolicy {
        EnumMap<FlagKind, Integer> sorted = new EnumMap<>(FlagKind.class);
        sorted.putAll(lifetimes);
        lifetimes = Collections.unmodifiableMap(sorted);
        check(lifetimes, usageDays);
    }

    private static void check(Map<FlagKind, Integer> lifetimes, int usageDays) {
        Violations violations = new Violations();
        for (FlagKind kind : FlagKind.values()) {
            int days = lifetimes.getOrDefault(kind, -1);
            violations.require(
                    days >= FOR_EVER && days <= MAX_LIFETIME,
                    "lifetimes." + kind.label(),
                    "must be 0, which is for ever, to " + MAX_LIFETIME + " days");
        }
        violations.require(
                usageDays >= 1 && usageDays <= MAX_USAGE_DAYS, "usageDays", "must be 1 to " + MAX_USAGE_DAYS);
        violations.throwIfAny();
    }

    /** The expected lifetime of flags of a kind in days; 0 is for ever. */
    public int lifetime(FlagKind kind) {
        return lifetimes.getOrDefault(kind, FOR_EVER);
    }

    /** This policy with other lifetimes of some kinds. */
    public StalePolicy withLifetimes(Map<FlagKind, Integer> changed) {
        Map<FlagKind, Integer> merged = new EnumMap<>(lifetimes);
        merged.putAll(changed);
        return new StalePolicy(merged, usageDays);
    }

    /** This policy with another number of days of usage. */
    public StalePolicy withUsageDays(int days) {
        return new StalePolicy(lifetimes, days);
    }
}
