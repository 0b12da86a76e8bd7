package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.change.StepReader;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.project.EnvironmentKey;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How a change is taken back, as the message about the change carries it in the page: {@code {"environments":
 * {"production": 12}, "project": 5, "steps": [...]}}.
 *
 * @param base the revisions that the change left
 * @param steps the inverse of the change
 */
public record UndoableChange(ChangeBase base, List<ChangeStep> steps) {
    /** How the change with this result is taken back. */
    static UndoableChange of(ChangeResult result) {
        return new UndoableChange(
                new ChangeBase(result.revisions(), OptionalLong.of(result.projectRevision())), result.inverse());
    }

    /** How changes that were made one after the other are taken back together, in JSON; empty if there are none. */
    public static String of(List<ChangeResult> results) {
        if (results.isEmpty()) {
            return "";
        }
        List<ChangeStep> steps = new ArrayList<>();
        for (ChangeResult result : results) {
            steps.addAll(0, result.inverse());
        }
        return new UndoableChange(of(results.get(results.size() - 1)).base(), steps).json();
    }

    String json() {
        JsonObjectBuilder environments = Json.createObjectBuilder();
        base.environments().forEach((key, revision) -> environments.add(key.value(), revision));
        JsonObject head = Json.createObjectBuilder()
                .add("environments", environments)
                .add("project", base.project().orElseThrow())
                .build();
        String text = head.toString();
        return text.substring(0, text.length() - 1) + ",\"steps\":" + InstructionWriter.write(steps) + "}";
    }

    /**
     * The change that a page sends back.
     *
     * @throws DomainException.Invalid if it is none
     */
    static UndoableChange parse(String json) {
        try {
            JsonObject whole = Json.createReader(new StringReader(json)).readObject();
            Map<EnvironmentKey, Long> environments = whole.getJsonObject("environments").entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> new EnvironmentKey(entry.getKey()),
                            entry -> ((JsonNumber) entry.getValue()).longValueExact()));
            return new UndoableChange(
                    new ChangeBase(
                            environments,
                            OptionalLong.of(whole.getJsonNumber("project").longValueExact())),
                    StepReader.read(whole.getJsonArray("steps").toString()));
        } catch (JsonException | ClassCastException | NullPointerException | ArithmeticException malformed) {
            throw new DomainException.Invalid("undo", "is not a change of this page");
        }
    }
}
