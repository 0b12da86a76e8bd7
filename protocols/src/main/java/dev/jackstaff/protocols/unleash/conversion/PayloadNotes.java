package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.protocols.unleash.Payload;
import java.util.ArrayList;
import java.util.List;

/** The notes on payloads that a flag serves otherwise than the feature did. Not thread-safe. */
final class PayloadNotes {
    private final ValueType type;
    private final List<String> retyped = new ArrayList<>();
    private final List<String> respelled = new ArrayList<>();

    PayloadNotes(ValueType type) {
        this.type = type;
    }

    /** Compares a variant's payload with its value in the flag. */
    void add(String variant, Payload payload, Value value) {
        if (!payload.type().equals(type.label())) {
            retyped.add("\"" + variant + "\" (" + payload.type() + ")");
        }
        if (!payload.value().equals(value.text())) {
            respelled.add("\"" + variant + "\"");
        }
    }

    void addTo(ConversionNotes notes) {
        if (!retyped.isEmpty()) {
            notes.add("All values of a flag have one type, so these payloads become " + type.label() + "s: "
                    + String.join(", ", retyped) + ".");
        }
        if (!respelled.isEmpty()) {
            notes.add(
                    "These payloads mean the same but are spelled differently: " + String.join(", ", respelled) + ".");
        }
    }
}
