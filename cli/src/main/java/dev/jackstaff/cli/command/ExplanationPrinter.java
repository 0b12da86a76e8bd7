package dev.jackstaff.cli.command;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.List;

/** The printer of an explanation: one line for each step, with nested steps indented. */
final class ExplanationPrinter {
    private static final String INDENT = "  ";

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

    private static void printCondition(JsonObject condition, String indent, PrintStream out) {
        out.println(indent + mark(condition.getBoolean("held")) + describe(condition));
        if (condition.containsKey("parts")) {
            objects(condition.getJsonArray("parts")).forEach(part -> printCondition(part, indent + INDENT, out));
        }
    }

    private static String describe(JsonObject condition) {
        if (condition.containsKey("comparison")) {
            JsonObject comparison = condition.getJsonObject("comparison");
            String value = comparison.containsKey("value") ? "is " + comparison.getString("value") : "is missing";
            return (comparison.getString("attribute") + " " + comparison.getString("operator") + " "
                                    + comparison.getString("operand"))
                            .strip()
                    + "  (it " + value + ")";
        }
        if (condition.containsKey("placement")) {
            return describePlacement(condition.getJsonObject("placement")) + ", up to " + condition.getInt("limit");
        }
        return condition.getString("kind");
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
