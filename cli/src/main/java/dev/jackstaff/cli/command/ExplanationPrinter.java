package dev.jackstaff.cli.command;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** The printer of an explanation: one line for each step, with nested steps indented. */
final class ExplanationPrinter {
    private static final String INDENT = "  ";
    /** The kinds of conditions whose negation is a sentence of its own. */
    private static final Set<String> NEGATED_IN_WORDS = Set.of("compare", "any");

    private final JsonObject explanation;

    ExplanationPrinter(JsonObject explanation) {
        this.explanation = explanation;
    }

    void print(PrintStream out) {
        out.println(summary(explanation));
        printSteps(explanation, INDENT, out);
        if (explanation.containsKey("omitted")) {
            out.println(INDENT + "… and " + explanation.getInt("omitted") + " more steps");
        }
    }

    private static String summary(JsonObject explained) {
        String details = explained.containsKey("errorDetails") ? ": " + explained.getString("errorDetails") : "";
        return EvaluateCommand.sentence(explained.getString("flag"), explained) + details;
    }

    private static void printSteps(JsonObject explained, String indent, PrintStream out) {
        for (JsonObject prerequisite : objects(explained.getJsonArray("prerequisites"))) {
            JsonObject parent = prerequisite.getJsonObject("parent");
            out.println(indent + mark(prerequisite.getBoolean("met")) + "prerequisite " + summary(parent));
            printSteps(parent, indent + INDENT, out);
        }
        for (JsonObject rule : objects(explained.getJsonArray("rules"))) {
            out.println(indent + mark(rule.getBoolean("matched")) + rule.getString("name"));
            if (rule.containsKey("condition")) {
                printCondition(rule.getJsonObject("condition"), indent + INDENT, out);
            }
        }
        for (JsonObject split : objects(explained.getJsonArray("splits"))) {
            out.println(indent + "· " + describePlacement(split));
        }
    }

    /** Prints a condition with its parts. A negation is one line with what it negates, where the sentence says both. */
    private static void printCondition(JsonObject condition, String indent, PrintStream out) {
        JsonObject told = condition;
        if (condition.getString("kind").equals("not")
                && condition.getJsonArray("parts").size() == 1) {
            JsonObject negated = condition.getJsonArray("parts").getJsonObject(0);
            told = NEGATED_IN_WORDS.contains(negated.getString("kind")) ? negated : condition;
        }
        out.println(indent + mark(condition.getBoolean("held")) + describe(condition, told));
        if (told.containsKey("parts")) {
            objects(told.getJsonArray("parts")).forEach(part -> printCondition(part, indent + INDENT, out));
        }
    }

    private static String describe(JsonObject condition, JsonObject told) {
        if (told.containsKey("comparison")) {
            JsonObject comparison = told.getJsonObject("comparison");
            String value = comparison.containsKey("value") ? "is " + comparison.getString("value") : "is missing";
            return condition.getString("sentence") + "  (it " + value + ")";
        }
        if (told.containsKey("placement")) {
            return describePlacement(told.getJsonObject("placement")) + ", up to " + told.getInt("limit");
        }
        return condition.getString("sentence");
    }

    private static String describePlacement(JsonObject placement) {
        String stickiness = placement.getString("stickiness");
        return placement.containsKey("bucket")
                ? "bucket " + placement.getInt("bucket") + " by " + stickiness + " \""
                        + placement.getString("identifier") + "\""
                : "no bucket: " + stickiness + " is missing";
    }

    private static String mark(boolean held) {
        return held ? "✓ " : "✗ ";
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.getValuesAs(JsonObject.class);
    }
}
