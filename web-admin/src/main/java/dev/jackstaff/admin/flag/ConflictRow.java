package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.RuleSentence;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DocumentReader;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that two people have changed, in words.
 *
 * @param flag the key of the flag, with which the name of the field begins
 * @param ruleNumber the place of a rule by its id, the first being 1; what it is called if there is none
 */
public record ConflictRow(
        FieldConflict conflict, String flag, VariantColours colours, Function<String, String> ruleNumber) {
    /** The name of the field in the API. */
    public String getField() {
        return conflict.field();
    }

    /** What people call the field: {@code Share of rule 2}. */
    public String getName() {
        String[] path = path();
        return switch (path[0]) {
            case "rules" ->
                path.length == 1
                        ? MessageBundle.format("conflict.rules")
                        : MessageBundle.format("conflict.rule." + part(), ruleNumber.apply(path[1]));
            case "variants", "prerequisites", "values" ->
                MessageBundle.format(
                        "conflict." + path[0] + (path.length == 1 ? "" : ".one"), path.length == 1 ? "" : path[1]);
            default -> MessageBundle.format("conflict." + path[0]);
        };
    }

    private String[] path() {
        return conflict.field().substring(flag.length() + 1).split("/", 3);
    }

    /** The part of a rule that the field is; {@code whole} for all of it. */
    private String part() {
        String[] path = path();
        return path.length == 3 ? path[2] : "whole";
    }

    public List<Piece> getBase() {
        return words(conflict.base());
    }

    public List<Piece> getTheirs() {
        return words(conflict.theirs());
    }

    public List<Piece> getMine() {
        return words(conflict.mine());
    }

    private List<Piece> words(@Nullable String json) {
        if (json == null) {
            return text(MessageBundle.format("review.nothing"));
        }
        String[] path = path();
        return switch (path[0].equals("rules") && path.length > 1 ? part() : path[0]) {
            case "rollout" ->
                RuleSentence.ofRollout(DocumentReader.readWhole(json, DefinitionReader::rollout), colours);
            case "outcome", "fallthrough" -> RuleSentence.ofOutcome(DefinitionReader.outcome(json), colours);
            case "condition" -> RuleSentence.ofCondition(DefinitionReader.condition(json), colours);
            case "whole" -> RuleSentence.of(DocumentReader.readWhole(json, DefinitionReader::rule), colours);
            case "enabled" -> text(MessageBundle.format(json.equals("true") ? "conflict.on" : "conflict.off"));
            default -> List.of(Piece.of("val", unquoted(json)));
        };
    }

    private static List<Piece> text(String words) {
        return List.of(Piece.of("text", words));
    }

    private static String unquoted(String json) {
        return Json.createReader(new StringReader(json)).readValue() instanceof JsonString string
                ? string.getString()
                : json;
    }
}
