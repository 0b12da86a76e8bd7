package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.export.RuleAllocation.Part;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The allocator of one flag's percentages to what Flagsmith hashes: a share of a segment (its id and the identity or a
 * trait), or a multivariate value (the state's key and the identity).
 *
 * <p>A rollout is a share. A split by identity is multivariate. Any other split is a series of shares, one for each
 * variant but the last: a boolean feature has no values, and Flagsmith splits values by identity alone. One segment has
 * room for one share, because its id salts them all; so the rollout of such a split is multiplied into each part.
 *
 * <p>Ids are made from the group and the number of earlier percentages with the same group, not from the rule's place:
 * a rule without a percentage can be added anywhere without moving a subject.
 */
final class PercentageAllocator {
    private static final String IDENTITY = "";
    private static final int PERCENT_DIGITS = 6;
    private static final String OTHERS =
            ", by Flagsmith's hash: Flagsmith's SDKs choose the same subjects whether they ask"
                    + " an edge or evaluate locally, and those of other protocols choose others.";

    private final FlagDefinition flag;
    private final String name;
    private final IdAllocator segmentIds;
    private final Map<String, Integer> uses = new HashMap<>();

    /**
     * An allocator for one flag.
     *
     * @param name distinguishes the flag from those of other environments
     */
    PercentageAllocator(FlagDefinition flag, String name, IdAllocator segmentIds) {
        this.flag = flag;
        this.name = name;
        this.segmentIds = segmentIds;
    }

    RuleAllocation allocate(OutcomeDefinition fallthrough) {
        return allocate(fallthrough, RolloutDefinition.EVERYONE);
    }

    RuleAllocation allocate(RuleDefinition rule) {
        return allocate(rule.outcome(), rule.rollout());
    }

    private RuleAllocation allocate(OutcomeDefinition outcome, RolloutDefinition rollout) {
        if (!(outcome instanceof Split split)) {
            return rollout(null, outcome, rollout, "");
        }
        String required =
                split.stickiness().equals("default") || split.stickiness().equals("random") ? null : split.stickiness();
        List<WeightedVariant> shares = distinguishable(split);
        if (shares.size() < 2) {
            return rollout(
                    required,
                    shares.isEmpty() ? outcome : new Serve(shares.get(0).variant()),
                    rollout,
                    "");
        }
        if (flag.type() == ValueType.BOOLEAN || !isByIdentity(split.stickiness())) {
            return series(required, split, shares, rollout);
        }
        String salt = saltOf(split.group());
        String key = IdAllocator.uuid(name + "/" + salt + "/" + use(salt));
        return rollout(required, new Split(shares, split.stickiness(), split.group()), rollout, key);
    }

    /** The parts of a split that a Flagsmith client can tell apart: of a boolean flag, on and off. */
    private List<WeightedVariant> distinguishable(Split split) {
        List<WeightedVariant> shares =
                split.variants().stream().filter(share -> share.weight() > 0).toList();
        if (flag.type() != ValueType.BOOLEAN) {
            boolean one =
                    shares.stream().map(WeightedVariant::variant).distinct().count() == 1;
            return one ? shares.subList(0, 1) : shares;
        }
        return Stream.of(true, false)
                .map(on -> shares.stream()
                        .filter(share -> isOn(share.variant()) == on)
                        .toList())
                .filter(group -> !group.isEmpty())
                .map(group -> new WeightedVariant(
                        group.get(0).variant(),
                        group.stream().mapToInt(WeightedVariant::weight).sum()))
                .toList();
    }

    private boolean isOn(String variant) {
        return flag.variants().stream()
                .anyMatch(known -> known.key().equals(variant) && flag.isOn(known.key(), known.value()));
    }

    /** An allocation with one part: those whom the rollout includes. */
    private RuleAllocation rollout(
            @Nullable String required, OutcomeDefinition outcome, RolloutDefinition rollout, String splitKey) {
        List<String> notes = new ArrayList<>();
        if (!splitKey.isEmpty()) {
            notes.add(splitNote());
        }
        if (rollout.basisPoints() == RolloutDefinition.WHOLE) {
            return new RuleAllocation(required, List.of(new Part(0, null, outcome, splitKey)), notes);
        }
        String salt = saltOf(rollout.group());
        BigDecimal percent =
                RuleAllocation.plain(BigDecimal.valueOf(rollout.basisPoints()).movePointLeft(2));
        int given = flag.bucketing().equals(Md5Bucketing.NAME) ? number(salt) : 0;
        Part part;
        if (isBySubject(rollout.stickiness()) && given > 0 && segmentIds.tryAllocate(given)) {
            notes.add("The same subjects are in the share of " + percent.toPlainString()
                    + " %, but for identifiers that look like numbers (0123 is hashed as 123) and subjects without a"
                    + " targeting key.");
            part = new Part(given, share(ComparisonExport.IDENTIFIER, percent), outcome, splitKey);
        } else {
            notes.add("The share of " + percent.toPlainString() + " % is as large" + OTHERS);
            int id = segmentIds.allocate(flag.key() + "/" + salt + "/" + use(salt));
            part = new Part(id, share(propertyOf(rollout.stickiness()), percent), outcome, splitKey);
        }
        return new RuleAllocation(required, rollout.basisPoints() == 0 ? List.of() : List.of(part), notes);
    }

    /** An allocation with one part for each variant of a split: of those that remain, as many as its weight demands. */
    private RuleAllocation series(
            @Nullable String required, Split split, List<WeightedVariant> shares, RolloutDefinition rollout) {
        String salt = saltOf(split.group());
        String segment = flag.key() + "/" + salt + "/" + use(salt) + "/";
        long total = shares.stream().mapToLong(WeightedVariant::weight).sum();
        long left = total * RolloutDefinition.WHOLE;
        List<Part> parts = new ArrayList<>();
        for (WeightedVariant share : shares) {
            long taken = (long) share.weight() * rollout.basisPoints();
            BigDecimal percent =
                    BigDecimal.valueOf(taken * 100).divide(BigDecimal.valueOf(left), new MathContext(PERCENT_DIGITS));
            parts.add(new Part(
                    segmentIds.allocate(segment + parts.size()),
                    taken == left ? null : share(propertyOf(split.stickiness()), RuleAllocation.plain(percent)),
                    new Serve(share.variant()),
                    ""));
            left -= taken;
        }
        return new RuleAllocation(required, rollout.basisPoints() == 0 ? List.of() : parts, List.of(splitNote()));
    }

    private static String splitNote() {
        return "The split has the same weights" + OTHERS;
    }

    private String saltOf(String group) {
        return group.isEmpty() ? flag.key() : group;
    }

    /** How many percentages before this one have the same salt. */
    private int use(String salt) {
        return uses.merge(salt, 1, Integer::sum) - 1;
    }

    private static boolean isBySubject(String stickiness) {
        return stickiness.equals("default") || stickiness.equals(EvaluationContext.TARGETING_KEY);
    }

    private static boolean isByIdentity(String stickiness) {
        return isBySubject(stickiness) || stickiness.equals("random") || stickiness.equals(EvaluationContext.USER_ID);
    }

    /** The property that Flagsmith hashes: a trait by its path, because the SDK for Node finds no other. */
    private static String propertyOf(String stickiness) {
        if (isByIdentity(stickiness)) {
            return IDENTITY;
        }
        boolean expressible = stickiness.indexOf('\'') < 0 && stickiness.indexOf('\\') < 0;
        return expressible ? "$.identity.traits['" + stickiness + "']" : stickiness;
    }

    private static SegmentCondition share(String property, BigDecimal percent) {
        return new SegmentCondition("PERCENTAGE_SPLIT", property, percent.toPlainString());
    }

    /** The positive integer that a group is written as; 0 if it is none. */
    private static int number(String group) {
        try {
            int number = Integer.parseInt(group);
            return Integer.toString(number).equals(group) ? Math.max(0, number) : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
