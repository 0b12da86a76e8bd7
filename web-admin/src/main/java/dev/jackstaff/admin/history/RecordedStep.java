package dev.jackstaff.admin.history;

import dev.jackstaff.domain.history.ChangeRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A step of a recorded change.
 *
 * @param type of its instruction, such as {@code turn-on}
 * @param flag the key of the flag that it is about; empty for none
 * @param environment the key of the environment that it is about; empty for all
 * @param sentence for people
 * @param json its instruction
 */
record RecordedStep(String type, String flag, String environment, String sentence, JsonObject json) {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    static List<RecordedStep> of(ChangeRecord change) {
        List<JsonObject> instructions = Json.createReader(new StringReader(change.instructions()))
                .readArray()
                .getValuesAs(JsonObject.class);
        List<RecordedStep> steps = new ArrayList<>();
        for (int i = 0; i < instructions.size(); i++) {
            JsonObject instruction = instructions.get(i);
            steps.add(new RecordedStep(
                    text(instruction, "type"),
                    text(instruction, "flag"),
                    text(instruction, "environment"),
                    i < change.sentences().size() ? change.sentences().get(i) : "",
                    instruction));
        }
        return steps;
    }

    private static String text(JsonObject instruction, String member) {
        return instruction.getString(member, "");
    }

    /** Whether it is about a flag: in an environment, or what all environments share. */
    boolean concerns(String otherFlag, String otherEnvironment) {
        return flag.equals(otherFlag) && (environment.isEmpty() || environment.equals(otherEnvironment));
    }

    /** The instructions of steps, indented, as the API takes them. */
    static String technical(List<RecordedStep> steps) {
        var array = Json.createArrayBuilder();
        steps.forEach(step -> array.add(step.json()));
        return pretty(array.build());
    }

    /** A JSON array or object, indented. */
    static String pretty(JsonValue value) {
        StringWriter text = new StringWriter();
        PRETTY.createWriter(text).write(value);
        return text.toString().strip();
    }
}
