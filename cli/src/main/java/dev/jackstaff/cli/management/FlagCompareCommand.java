package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.terminal.Table;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command that compares environments, or revisions of them. */
@Command(
        name = "compare",
        description = {
            "Compare the flags and segments of two environments or revisions.",
            "Each side is an environment (production), one of its revisions (production@12), or one of another project"
                    + " (shop/production@12)."
        })
final class FlagCompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FROM", description = "One side.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "The other side.")
    private String to = "";

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagCompareCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        ApiResponse answer =
                hub.api().get(project.path(hub, "compare").with("from", from).with("to", to));
        hub.output().print(answer, () -> lines(answer.jsonObject()));
        return 0;
    }

    private static List<String> lines(JsonObject comparison) {
        String sides = side(comparison, "from") + " and " + side(comparison, "to");
        Table table = new Table("WHAT", "DIFFERENCE", "FIELD", "FROM", "TO");
        addAll(table, "flag", comparison.getJsonArray("flags").getValuesAs(JsonObject.class));
        addAll(table, "segment", comparison.getJsonArray("segments").getValuesAs(JsonObject.class));
        if (table.isEmpty()) {
            return List.of(sides + " have the same flags and segments.");
        }
        List<String> lines = new ArrayList<>(List.of("Between " + sides + ":", ""));
        lines.addAll(table.lines());
        return lines;
    }

    private static String side(JsonObject comparison, String member) {
        JsonObject side = comparison.getJsonObject(member);
        return side.getString("project") + "/" + side.getString("environment") + "@"
                + Column.text(side.get("revision"));
    }

    private static void addAll(Table table, String resource, List<JsonObject> differences) {
        for (JsonObject difference : differences) {
            String subject = resource + " " + difference.getString("key");
            String kind = difference.getString("kind");
            List<JsonObject> fields = difference.getJsonArray("fields").getValuesAs(JsonObject.class);
            if (fields.isEmpty()) {
                table.add(subject, kind, "", "", "");
            }
            for (JsonObject field : fields) {
                table.add(subject, kind, field.getString("field"), text(field, "before"), text(field, "after"));
            }
        }
    }

    private static String text(JsonObject field, String member) {
        JsonValue value = field.get(member);
        return value == JsonValue.NULL ? "" : FieldChange.text(value);
    }
}
