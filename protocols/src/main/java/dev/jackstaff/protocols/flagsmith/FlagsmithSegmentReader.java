package dev.jackstaff.protocols.flagsmith;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader of segments, their rules and conditions. */
final class FlagsmithSegmentReader {
    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final FeatureStateReader states;

    FlagsmithSegmentReader(DocumentReader reader, TolerantReader tolerant, FeatureStateReader states) {
        this.reader = reader;
        this.tolerant = tolerant;
        this.states = states;
    }

    FlagsmithSegment segment() {
        var read = new Object() {
            @Nullable
            Long id;

            @Nullable
            String name;

            List<SegmentRule> rules = List.of();
            List<FeatureState> featureStates = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = reader.longInteger();
                case "name" -> read.name = tolerant.optionalText();
                case "rules" -> read.rules = tolerant.list(this::rule);
                case "feature_states" -> read.featureStates = states.states();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new FlagsmithSegment(
                tolerant.required(read.id, "a segment needs \"id\""),
                read.name == null ? "" : read.name,
                read.rules,
                read.featureStates);
    }

    private SegmentRule rule() {
        var read = new Object() {
            @Nullable
            String type;

            List<SegmentRule> rules = List.of();
            List<SegmentCondition> conditions = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "type" -> read.type = reader.string();
                case "rules" -> read.rules = tolerant.list(this::rule);
                case "conditions" -> read.conditions = tolerant.list(this::condition);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new SegmentRule(tolerant.required(read.type, "a rule needs \"type\""), read.rules, read.conditions);
    }

    private SegmentCondition condition() {
        var read = new Object() {
            @Nullable
            String operator;

            @Nullable
            String property;

            @Nullable
            String value;
        };
        reader.object(member -> {
            switch (member) {
                case "operator" -> read.operator = reader.string();
                case "property_", "property" -> read.property = tolerant.optionalText();
                case "value" -> read.value = operand();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new SegmentCondition(
                tolerant.required(read.operator, "a condition needs \"operator\""),
                read.property == null ? "" : read.property,
                read.value);
    }

    private @Nullable String operand() {
        return reader.token() == JsonToken.START_ARRAY ? reader.json().json() : tolerant.optionalText();
    }
}
