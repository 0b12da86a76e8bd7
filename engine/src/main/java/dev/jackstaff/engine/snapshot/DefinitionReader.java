package dev.jackstaff.engine.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader of rules, outcomes, conditions and prerequisites. Snapshots, the database and the API share this grammar. */
public final class DefinitionReader {
    private DefinitionReader() {}

    public static List<RuleDefinition> rules(String json) {
        return DocumentReader.readWhole(json, reader -> reader.array(() -> rule(reader)));
    }

    public static OutcomeDefinition outcome(String json) {
        return DocumentReader.readWhole(json, DefinitionReader::outcome);
    }

    public static ConditionDefinition condition(String json) {
        return DocumentReader.readWhole(json, DefinitionReader::condition);
    }

    public static List<PrerequisiteDefinition> prerequisites(String json) {
        return DocumentReader.readWhole(json, DefinitionReader::prerequisites);
    }

    /** Prerequisites: {@code [{"flag", "variants"}]}. */
    static List<PrerequisiteDefinition> prerequisites(DocumentReader reader) {
        return reader.array(() -> prerequisite(reader));
    }

    private static PrerequisiteDefinition prerequisite(DocumentReader reader) {
        var read = new Object() {
            String flag = "";
            List<String> variants = List.of();
        };
        reader.strictObject(member -> {
            switch (member) {
                case "flag" -> read.flag = reader.string();
                case "variants" -> read.variants = reader.strings();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new PrerequisiteDefinition(read.flag, read.variants);
    }

    /**
     * A rule: {@code {"id", "name", "note", "enabled", "condition", "rollout", "outcome"}}. All members but the outcome have
     * defaults.
     */
    public static RuleDefinition rule(DocumentReader reader) {
        var rule = new Object() {
            String id = "";
            String name = "";
            String note = "";
            boolean enabled = true;
            ConditionDefinition condition = ConditionDefinition.ALWAYS;
            RolloutDefinition rollout = RolloutDefinition.EVERYONE;

            @Nullable
            OutcomeDefinition outcome;
        };
        reader.strictObject(member -> {
            switch (member) {
                case "id" -> rule.id = reader.string();
                case "name" -> rule.name = reader.string();
                case "note" -> rule.note = reader.string();
                case "enabled" -> rule.enabled = reader.bool();
                case "condition" -> rule.condition = condition(reader);
                case "rollout" -> rule.rollout = rollout(reader);
                case "outcome" -> rule.outcome = outcome(reader);
                default -> {
                    return false;
                }
            }
            return true;
        });
        OutcomeDefinition outcome = rule.outcome;
        if (outcome == null) {
            throw reader.refusal("a rule needs an \"outcome\"");
        }
        return reader.checked(() ->
                new RuleDefinition(rule.id, rule.name, rule.note, rule.enabled, rule.condition, rule.rollout, outcome));
    }

    /** A rollout: {@code {"basisPoints", "stickiness", "group"}}. */
    public static RolloutDefinition rollout(DocumentReader reader) {
        var rollout = new Object() {
            int basisPoints = RolloutDefinition.WHOLE;
            String stickiness = "default";
            String group = "";
        };
        reader.strictObject(member -> {
            switch (member) {
                case "basisPoints" -> rollout.basisPoints = reader.integer();
                case "stickiness" -> rollout.stickiness = reader.string();
                case "group" -> rollout.group = reader.string();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return reader.checked(() -> new RolloutDefinition(rollout.basisPoints, rollout.stickiness, rollout.group));
    }

    /**
     * An outcome: {@code {"serve": variant}}, {@code {"split": [{"variant", "weight"}], "stickiness", "group"}} or
     * {@code {"off": true}}.
     */
    public static OutcomeDefinition outcome(DocumentReader reader) {
        var outcome = new Object() {
            @Nullable
            String serve;

            @Nullable
            List<OutcomeDefinition.WeightedVariant> split;

            boolean off;

            @Nullable
            String stickiness;

            @Nullable
            String group;
        };
        reader.strictObject(member -> {
            switch (member) {
                case "serve" -> outcome.serve = reader.string();
                case "split" -> outcome.split = reader.array(() -> share(reader));
                case "off" -> outcome.off = reader.bool();
                case "stickiness" -> outcome.stickiness = reader.string();
                case "group" -> outcome.group = reader.string();
                default -> {
                    return false;
                }
            }
            return true;
        });
        String serve = outcome.serve;
        List<OutcomeDefinition.WeightedVariant> split = outcome.split;
        if ((serve != null ? 1 : 0) + (split != null ? 1 : 0) + (outcome.off ? 1 : 0) != 1) {
            throw reader.refusal("an outcome must be exactly one of \"serve\", \"split\" and \"off\": true");
        }
        if (split != null) {
            String stickiness = outcome.stickiness == null ? "default" : outcome.stickiness;
            String group = outcome.group == null ? "" : outcome.group;
            return reader.checked(() -> new OutcomeDefinition.Split(split, stickiness, group));
        }
        if (outcome.stickiness != null || outcome.group != null) {
            throw reader.refusal("\"stickiness\" and \"group\" are for a split only");
        }
        return serve != null ? new OutcomeDefinition.Serve(serve) : new OutcomeDefinition.Off();
    }

    private static OutcomeDefinition.WeightedVariant share(DocumentReader reader) {
        var share = new Object() {
            String variant = "";
            int weight;
        };
        reader.strictObject(member -> {
            switch (member) {
                case "variant" -> share.variant = reader.string();
                case "weight" -> share.weight = reader.integer();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return reader.checked(() -> new OutcomeDefinition.WeightedVariant(share.variant, share.weight));
    }

    /**
     * A condition: {@code {"all": []}}, {@code {"any": []}}, {@code {"none": []}}, {@code {"segment": key}} or {@code
     * {"attribute", "operator", "values", "inverted", "caseInsensitive"}}; an empty object always holds.
     */
    public static ConditionDefinition condition(DocumentReader reader) {
        List<ConditionDefinition> parts = new ArrayList<>();
        ComparisonReader comparison = new ComparisonReader();
        reader.strictObject(member -> {
            switch (member) {
                case "all" -> parts.add(new ConditionDefinition.All(conditions(reader)));
                case "any" -> parts.add(new ConditionDefinition.Any(conditions(reader)));
                case "none" -> parts.add(new ConditionDefinition.None(conditions(reader)));
                case "segment" -> parts.add(new ConditionDefinition.InSegment(reader.string()));
                default -> {
                    return comparison.read(reader, member);
                }
            }
            return true;
        });
        if (comparison.isStarted()) {
            parts.add(comparison.build(reader));
        }
        return switch (parts.size()) {
            case 0 -> ConditionDefinition.ALWAYS;
            case 1 -> parts.get(0);
            default ->
                throw reader.refusal("a condition must be exactly one of all, any, none, segment and a comparison");
        };
    }

    private static List<ConditionDefinition> conditions(DocumentReader reader) {
        return reader.array(() -> condition(reader));
    }
}
