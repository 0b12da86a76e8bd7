package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for how much of a long list is printed. */
final class PageOptions {
    /** The largest page that the API gives. */
    private static final int PAGE = 500;

    @Option(names = "--limit", paramLabel = "N", description = "The most to list; default: ${DEFAULT-VALUE}.")
    private int limit = 50;

    @Option(names = "--all", description = "List all of them.")
    private boolean all;

    @Option(
            names = "--cursor",
            paramLabel = "CURSOR",
            description = "Where to go on: \"next\" of an earlier answer with --json.")
    private @Nullable String cursor;

    /** The list as one page, however many answers of the API it takes. */
    JsonObject fetch(Hub hub, ApiPath path) {
        return Output.understood(() -> fetchAll(hub, path));
    }

    private JsonObject fetchAll(Hub hub, ApiPath path) {
        int most = most();
        JsonArrayBuilder items = Json.createArrayBuilder();
        String next = cursor;
        int count = 0;
        do {
            JsonObject page = page(hub, path, Math.min(PAGE, most - count), next);
            List<JsonObject> found = itemsOf(page);
            found.forEach(items::add);
            count += found.size();
            next = nextOf(page);
        } while (next != null && count < most);
        return page(items, next);
    }

    /**
     * Those items of the list that are wanted, as one page.
     *
     * @param cursorMember the member of an item that is the cursor behind it
     */
    JsonObject fetch(Hub hub, ApiPath path, Predicate<JsonObject> wanted, String cursorMember) {
        return Output.understood(() -> fetchWanted(hub, path, wanted, cursorMember));
    }

    private JsonObject fetchWanted(Hub hub, ApiPath path, Predicate<JsonObject> wanted, String cursorMember) {
        int most = most();
        JsonArrayBuilder items = Json.createArrayBuilder();
        String next = cursor;
        int count = 0;
        do {
            JsonObject page = page(hub, path, PAGE, next);
            next = nextOf(page);
            List<JsonObject> found = itemsOf(page).stream().filter(wanted).toList();
            List<JsonObject> taken = found.subList(0, Math.min(found.size(), most - count));
            taken.forEach(items::add);
            count += taken.size();
            if (taken.size() < found.size()) {
                next = Column.text(taken.get(taken.size() - 1).get(cursorMember));
            }
        } while (next != null && count < most);
        return page(items, next);
    }

    private int most() {
        if (limit == 0) {
            throw new InvalidArgumentException("--limit must be at least 1; to list everything, use --all");
        }
        return all ? Integer.MAX_VALUE : limit;
    }

    private static JsonObject page(Hub hub, ApiPath path, int size, @Nullable String cursor) {
        return hub.api()
                .get(path.with("limit", Integer.toString(size)).with("cursor", cursor))
                .jsonObject();
    }

    private static JsonObject page(JsonArrayBuilder items, @Nullable String next) {
        var page = Json.createObjectBuilder().add("items", items);
        return (next == null ? page.addNull("next") : page.add("next", next)).build();
    }

    private static List<JsonObject> itemsOf(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static @Nullable String nextOf(JsonObject page) {
        return page.get("next") instanceof JsonString next ? next.getString() : null;
    }
}
