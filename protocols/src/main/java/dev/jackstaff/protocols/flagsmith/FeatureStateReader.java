package dev.jackstaff.protocols.flagsmith;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A reader of feature states and their multivariate values. */
final class FeatureStateReader {
    /** The maximum number of multivariate values of a feature state. */
    static final int MAX_MULTIVARIATE_VALUES = 1_000;

    private final DocumentReader reader;
    private final TolerantReader tolerant;

    FeatureStateReader(DocumentReader reader, TolerantReader tolerant) {
        this.reader = reader;
        this.tolerant = tolerant;
    }

    List<FeatureState> states() {
        return boundedList(EnvironmentDocumentReader.MAX_FEATURES, "feature states", this::state);
    }

    private FeatureState state() {
        var read = new Object() {
            @Nullable
            FlagsmithFeature feature;

            boolean enabled;

            @Nullable
            Value value;

            @Nullable
            Long djangoId;

            @Nullable
            String uuid;

            @Nullable
            Long priority;

            List<MultivariateValue> multivariateValues = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "feature" -> read.feature = feature();
                case "enabled" -> read.enabled = tolerant.bool(false);
                case "feature_state_value" -> read.value = value();
                case "django_id" -> read.djangoId = optionalNumber();
                case "featurestate_uuid" -> read.uuid = tolerant.optionalText();
                case "feature_segment" -> read.priority = priority();
                case "multivariate_feature_state_values" ->
                    read.multivariateValues =
                            boundedList(MAX_MULTIVARIATE_VALUES, "multivariate values", this::multivariateValue);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new FeatureState(
                tolerant.required(read.feature, "a feature state needs \"feature\""),
                read.enabled,
                read.value,
                read.djangoId,
                read.uuid == null ? "" : read.uuid,
                read.priority,
                read.multivariateValues);
    }

    private FlagsmithFeature feature() {
        var read = new Object() {
            @Nullable
            Long id;

            @Nullable
            String name;

            @Nullable
            String type;
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = reader.longInteger();
                case "name" -> read.name = reader.string();
                case "type" -> read.type = tolerant.optionalText();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new FlagsmithFeature(
                tolerant.required(read.id, "a feature needs \"id\""),
                tolerant.required(read.name, "a feature needs \"name\""),
                read.type == null ? FlagsmithFeature.STANDARD : read.type);
    }

    private @Nullable Long priority() {
        if (reader.isNull()) {
            return null;
        }
        var read = new Object() {
            @Nullable
            Long priority;
        };
        reader.object(member -> {
            if (!member.equals("priority")) {
                return false;
            }
            read.priority = optionalNumber();
            return true;
        });
        return read.priority;
    }

    private MultivariateValue multivariateValue() {
        var read = new Object() {
            @Nullable
            Long id;

            @Nullable
            String uuid;

            @Nullable
            BigDecimal percentage;

            @Nullable
            Option option;
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = optionalNumber();
                case "mv_fs_value_uuid" -> read.uuid = tolerant.optionalText();
                case "percentage_allocation" -> read.percentage = percentage();
                case "multivariate_feature_option" -> read.option = option();
                default -> {
                    return false;
                }
            }
            return true;
        });
        BigDecimal percentage =
                tolerant.required(read.percentage, "a multivariate value needs \"percentage_allocation\"");
        Option option = tolerant.required(read.option, "a multivariate value needs \"multivariate_feature_option\"");
        return reader.checked(() -> new MultivariateValue(
                read.id, read.uuid == null ? "" : read.uuid, percentage, option.value(), option.id(), option.key()));
    }

    private record Option(@Nullable Value value, @Nullable Long id, @Nullable String key) {}

    private Option option() {
        var read = new Object() {
            @Nullable
            Value value;

            @Nullable
            Long id;

            @Nullable
            String key;
        };
        reader.object(member -> {
            switch (member) {
                case "value" -> read.value = value();
                case "id" -> read.id = optionalNumber();
                case "key" -> read.key = tolerant.optionalText();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Option(read.value, read.id, read.key);
    }

    private BigDecimal percentage() {
        if (!reader.token().isNumeric()) {
            throw reader.refusal("a number expected");
        }
        return reader.checked(() -> new BigDecimal(reader.json().json()));
    }

    /**
     * A value as Flagsmith has it: a string, an integer or a boolean; anything else becomes the string that a document
     * would show.
     */
    private @Nullable Value value() {
        return switch (reader.token()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> Value.of(reader.string());
            case VALUE_TRUE, VALUE_FALSE -> Value.of(reader.bool());
            case VALUE_NUMBER_INT -> integer(reader.json());
            default -> Value.of(reader.json().json());
        };
    }

    private static Value integer(JsonText text) {
        try {
            return Value.of(Long.parseLong(text.json()));
        } catch (IllegalArgumentException outOfRange) {
            return Value.of(text.json());
        }
    }

    long number(long absent) {
        return reader.isNull() ? absent : reader.longInteger();
    }

    @Nullable
    Long optionalNumber() {
        return reader.isNull() ? null : (Long) reader.longInteger();
    }

    /** A list that may be null, up to a maximum length. */
    <T> List<T> boundedList(int max, String what, Supplier<T> element) {
        List<T> read = new ArrayList<>();
        tolerant.list(() -> {
            if (read.size() == max) {
                throw reader.refusal("more than " + max + " " + what);
            }
            return read.add(element.get());
        });
        return read;
    }
}
