package dev.jackstaff.admin.details;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagDetails;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the settings form showed before somebody typed in it. The form sends it along, so that what the same person has put
 * into the draft in another window meanwhile is known from what was typed in this one.
 */
record ShownSettings(Map<SettingsField, String> texts) {
    ShownSettings {
        texts = Map.copyOf(texts);
    }

    static ShownSettings of(FlagDetails details) {
        Map<SettingsField, String> texts = new EnumMap<>(SettingsField.class);
        for (SettingsField field : SettingsField.values()) {
            texts.put(field, field.text(details));
        }
        return new ShownSettings(texts);
    }

    /** Reads what {@link #json} has written. Of fields that are missing it is not known what was shown. */
    static ShownSettings parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<SettingsField, String> texts = new EnumMap<>(SettingsField.class);
            for (SettingsField field : SettingsField.values()) {
                if (object.containsKey(field.id())) {
                    texts.put(field, object.getString(field.id()));
                }
            }
            return new ShownSettings(texts);
        } catch (JsonException | ClassCastException malformed) {
            throw new DomainException.Invalid("shown", "is not what a form shows");
        }
    }

    String json() {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (SettingsField field : SettingsField.values()) {
            String text = texts.get(field);
            if (text != null) {
                object.add(field.id(), text);
            }
        }
        return object.build().toString();
    }

    /** The fields that are to be something else than what was shown, and have become a third thing meanwhile. */
    List<SettingsField> conflicts(FlagDetails wanted, FlagDetails present) {
        return Stream.of(SettingsField.values())
                .filter(field -> isTyped(field, wanted))
                .filter(field -> !field.text(present).equals(texts.getOrDefault(field, field.text(present))))
                .filter(field -> !field.text(present).equals(field.text(wanted)))
                .toList();
    }

    /** What is there now, with the fields that are to be something else than what was shown. */
    FlagDetails merged(FlagDetails wanted, FlagDetails present) {
        FlagDetails merged = present;
        for (SettingsField field : SettingsField.values()) {
            if (isTyped(field, wanted)) {
                merged = field.take(merged, wanted);
            }
        }
        return merged;
    }

    private boolean isTyped(SettingsField field, FlagDetails wanted) {
        return !field.text(wanted).equals(texts.get(field));
    }

    /** This, once people have been told what is there now in some fields. */
    ShownSettings told(List<SettingsField> fields, FlagDetails present) {
        Map<SettingsField, String> told = new EnumMap<>(SettingsField.class);
        told.putAll(texts);
        fields.forEach(field -> told.put(field, field.text(present)));
        return new ShownSettings(told);
    }
}
