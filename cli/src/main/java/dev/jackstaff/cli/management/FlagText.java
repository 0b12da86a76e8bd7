package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.Table;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Flags and their settings, as lines for people. */
final class FlagText {
    private static final int WHOLE = 10_000;

    private FlagText() {}

    /** What all environments share. */
    static List<String> details(JsonObject flag) {
        return new Properties()
                .add("Flag", flag.getString("key"))
                .add("Name", flag.getString("name", ""))
                .add("Description", flag.getString("description", ""))
                .add("Type", flag.getString("type", ""))
                .add("Kind", flag.getString("kind", ""))
                .add("Owner", flag.getString("owner", ""))
                .add("Tags", Column.text(flag.get("tags")))
                .add("Variants", variants(flag))
                .add("Prerequisites", prerequisites(flag))
                .add("Served to", flag.getBoolean("serverOnly", false) ? "servers only" : "")
                .add("Archived", flag.getBoolean("archived", false) ? "yes" : "")
                .add("Changed", Column.time(flag, "updatedAt"))
                .add("May be stale", Column.text(flag.get("staleReasons")))
                .lines();
    }

    private static String variants(JsonObject flag) {
        return objects(flag, "variants").stream()
                .map(variant -> variant.getString("key") + " = " + variant.get("value"))
                .collect(Collectors.joining(", "));
    }

    private static String prerequisites(JsonObject flag) {
        return objects(flag, "prerequisites").stream()
                .map(other -> other.getString("flag", "") + served(other))
                .collect(Collectors.joining(", "));
    }

    private static String served(JsonObject prerequisite) {
        String variants = Column.text(prerequisite.get("variants"));
        return variants.isEmpty() ? "" : " (" + variants + ")";
    }

    /** The environments in which it is on, as the list of flags says. */
    static String whereOn(JsonObject flag) {
        List<JsonObject> on = objects(flag, "environments").stream()
                .filter(environment -> environment.getBoolean("enabled", false))
                .toList();
        return on.isEmpty()
                ? "-"
                : on.stream()
                        .map(environment -> environment.getString("key", ""))
                        .collect(Collectors.joining(", "));
    }

    /** Its settings in each environment, a line for each. */
    static List<String> states(List<JsonObject> states) {
        Table table = new Table("ENVIRONMENT", "STATE", "RULES", "OTHERWISE", "REVISION", "CHANGED");
        states.forEach(state -> table.add(
                state.getString("environment"),
                state.getBoolean("enabled", false) ? "on" : "off",
                Integer.toString(objects(state, "rules").size()),
                outcome(state.getJsonObject("fallthrough")),
                Column.text(state.get("revision")),
                Column.time(state, "updatedAt")));
        return table.lines();
    }

    /** Its settings in one environment. */
    static List<String> settings(JsonObject state) {
        List<String> lines = new ArrayList<>(new Properties()
                .add("Flag", state.getString("key"))
                .add("Environment", state.getString("environment"))
                .add("State", state.getBoolean("enabled", false) ? "on" : "off")
                .add("Otherwise", outcome(state.getJsonObject("fallthrough")))
                .add("While off", state.isNull("offVariant") ? "the caller's default" : state.getString("offVariant"))
                .add("Revision", Column.text(state.get("revision")))
                .add("Changed", Column.time(state, "updatedAt"))
                .lines());
        List<JsonObject> rules = objects(state, "rules");
        if (!rules.isEmpty()) {
            Table table = new Table("RULE", "NAME", "STATE", "ROLLOUT", "SERVES", "IF");
            rules.forEach(rule -> table.add(
                    rule.getString("id", ""),
                    rule.getString("name", ""),
                    rule.getBoolean("enabled", true) ? "on" : "paused",
                    rollout(rule),
                    outcome(rule.getJsonObject("outcome")),
                    Column.text(rule.get("condition"))));
            lines.add("");
            lines.addAll(table.lines());
        }
        return lines;
    }

    private static String rollout(JsonObject rule) {
        JsonObject rollout = rule.getJsonObject("rollout");
        return percent(rollout == null ? WHOLE : rollout.getInt("basisPoints", WHOLE));
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }

    /** What is served: a variant, a split with its weights, or the off variant. */
    static String outcome(JsonObject outcome) {
        if (outcome.containsKey("serve")) {
            return outcome.getString("serve");
        }
        if (outcome.containsKey("split")) {
            return objects(outcome, "split").stream()
                    .map(share -> share.getString("variant", "") + " " + share.getInt("weight", 0))
                    .collect(Collectors.joining(" : "));
        }
        return "the off variant";
    }

    private static List<JsonObject> objects(JsonObject object, String member) {
        return object.get(member) instanceof JsonArray array ? array.getValuesAs(JsonObject.class) : List.of();
    }
}
