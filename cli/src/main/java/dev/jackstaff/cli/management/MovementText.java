package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Who is answered with another variant after a change, as lines for people. */
final class MovementText {
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("99.99");
    private static final int HUNDREDTHS = 2;

    private MovementText() {}

    /** A line for each share and each number of contexts that an answer names; none from hubs that name none. */
    static List<String> of(JsonObject result) {
        return result.get("moves") instanceof JsonArray moves
                ? moves.getValuesAs(JsonObject.class).stream()
                        .flatMap(MovementText::lines)
                        .map(PrintableText::of)
                        .toList()
                : List.of();
    }

    private static Stream<String> lines(JsonObject move) {
        String end = " in " + move.getString("environment") + ": another variant of " + move.getString("flag");
        Stream<String> shares = move.getJsonArray("shares").getValuesAs(JsonObject.class).stream()
                .map(share -> "  " + who(share) + end);
        Stream<String> contexts = move.get("contexts") instanceof JsonNumber number
                ? Stream.of("  " + number + " of the contexts of the request" + end)
                : Stream.empty();
        return Stream.concat(shares, contexts);
    }

    private static String who(JsonObject share) {
        String people = share.containsKey("rule") ? "those who match rule " + rule(share) : "those who match no rule";
        if (share.getBoolean("dependsOnContext", false)) {
            return "depending on their context, " + people;
        }
        return percent(share.getJsonNumber("share").bigDecimalValue()) + " of " + people;
    }

    private static String rule(JsonObject share) {
        String name = share.getString("name", "");
        return name.isEmpty() ? share.getString("rule") : "\"" + name + "\"";
    }

    /** A share in percent; what is not nothing is never called 0 %, and what is not all is never called 100 %. */
    static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2);
        if (percent.signum() > 0 && percent.compareTo(LEAST) < 0) {
            return "less than " + LEAST + " %";
        }
        if (percent.compareTo(MOST) > 0 && share.compareTo(BigDecimal.ONE) < 0) {
            return "more than " + MOST + " %";
        }
        BigDecimal rounded = percent.setScale(HUNDREDTHS, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString() + " %";
    }
}
