package dev.jackstaff.engine.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The writer of rules, outcomes, conditions and prerequisites in the grammar of {@link DefinitionReader}. Defaults are left out. */
public final class DefinitionWriter {
    private DefinitionWriter() {}

    public static String rules(List<RuleDefinition> rules) {
        return text(generator -> rules(generator, rules));
    }

    public static String rule(RuleDefinition rule) {
        return text(generator -> rule(generator, rule));
    }

    public static String rollout(RolloutDefinition rollout) {
        return text(generator -> rollout(generator, rollout));
    }

    public static String outcome(OutcomeDefinition outcome) {
        return text(generator -> outcome(generator, outcome));
    }

    public static String condition(ConditionDefinition condition) {
        return text(generator -> condition(generator, condition));
    }

    public static String prerequisites(List<PrerequisiteDefinition> prerequisites) {
        return text(generator -> prerequisites(generator, prerequisites));
    }

    static void prerequisites(JsonGenerator generator, List<PrerequisiteDefinition> prerequisites) throws IOException {
        generator.writeStartArray();
        for (PrerequisiteDefinition prerequisite : prerequisites) {
            generator.writeStartObject();
            generator.writeStringField("flag", prerequisite.flag());
            generator.writeFieldName("variants");
            strings(generator, prerequisite.variants());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    public static void rules(JsonGenerator generator, List<RuleDefinition> rules) throws IOException {
        generator.writeStartArray();
        for (RuleDefinition rule : rules) {
            rule(generator, rule);
        }
        generator.writeEndArray();
    }

    public static void rule(JsonGenerator generator, RuleDefinition rule) throws IOException {
        generator.writeStartObject();
        unlessEmpty(generator, "id", rule.id());
        unlessEmpty(generator, "name", rule.name());
        unlessEmpty(generator, "note", rule.note());
        if (!rule.enabled()) {
            generator.writeBooleanField("enabled", false);
        }
        if (!rule.condition().equals(ConditionDefinition.ALWAYS)) {
            generator.writeFieldName("condition");
            condition(generator, rule.condition());
        }
        if (!rule.rollout().equals(RolloutDefinition.EVERYONE)) {
            generator.writeFieldName("rollout");
            rollout(generator, rule.rollout());
        }
        generator.writeFieldName("outcome");
        outcome(generator, rule.outcome());
        generator.writeEndObject();
    }

    public static void rollout(JsonGenerator generator, RolloutDefinition rollout) throws IOException {
        generator.writeStartObject();
        generator.writeNumberField("basisPoints", rollout.basisPoints());
        bucket(generator, rollout.stickiness(), rollout.group());
        generator.writeEndObject();
    }

    private static void bucket(JsonGenerator generator, String stickiness, String group) throws IOException {
        if (!stickiness.equals("default")) {
            generator.writeStringField("stickiness", stickiness);
        }
        unlessEmpty(generator, "group", group);
    }

    public static void outcome(JsonGenerator generator, OutcomeDefinition outcome) throws IOException {
        generator.writeStartObject();
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            generator.writeStringField("serve", serve.variant());
        } else if (outcome instanceof OutcomeDefinition.Split split) {
            generator.writeArrayFieldStart("split");
            for (OutcomeDefinition.WeightedVariant share : split.variants()) {
                generator.writeStartObject();
                generator.writeStringField("variant", share.variant());
                generator.writeNumberField("weight", share.weight());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            bucket(generator, split.stickiness(), split.group());
        } else {
            generator.writeBooleanField("off", true);
        }
        generator.writeEndObject();
    }

    public static void condition(JsonGenerator generator, ConditionDefinition condition) throws IOException {
        generator.writeStartObject();
        if (condition instanceof ConditionDefinition.All all) {
            parts(generator, "all", all.parts());
        } else if (condition instanceof ConditionDefinition.Any any) {
            parts(generator, "any", any.parts());
        } else if (condition instanceof ConditionDefinition.None none) {
            parts(generator, "none", none.parts());
        } else if (condition instanceof ConditionDefinition.InSegment in) {
            generator.writeStringField("segment", in.segment());
        } else if (condition instanceof ConditionDefinition.Comparison compare) {
            comparison(generator, compare);
        }
        generator.writeEndObject();
    }

    private static void parts(JsonGenerator generator, String name, List<ConditionDefinition> parts)
            throws IOException {
        generator.writeArrayFieldStart(name);
        for (ConditionDefinition part : parts) {
            condition(generator, part);
        }
        generator.writeEndArray();
    }

    private static void comparison(JsonGenerator generator, ConditionDefinition.Comparison compare) throws IOException {
        generator.writeStringField("attribute", compare.attribute());
        generator.writeStringField("operator", compare.operator().name());
        if (!compare.values().isEmpty()) {
            generator.writeFieldName("values");
            strings(generator, compare.values());
        }
        if (compare.inverted()) {
            generator.writeBooleanField("inverted", true);
        }
        if (compare.caseInsensitive()) {
            generator.writeBooleanField("caseInsensitive", true);
        }
    }

    static void strings(JsonGenerator generator, List<String> texts) throws IOException {
        generator.writeStartArray();
        for (String text : texts) {
            generator.writeString(text);
        }
        generator.writeEndArray();
    }

    private static void unlessEmpty(JsonGenerator generator, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            generator.writeStringField(name, text);
        }
    }

    private static String text(JsonContent content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(text)) {
            content.writeTo(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface JsonContent {
        void writeTo(JsonGenerator generator) throws IOException;
    }
}
