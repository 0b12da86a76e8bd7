package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field of a document that differs between two states of it.
 *
 * @param path such as {@code rules[2].rollout.basisPoints}; empty for the whole document
 * @param before JSON; null if it was not there
 * @param after JSON; null if it is not there any more
 */
record FieldChange(String path, @Nullable JsonValue before, @Nullable JsonValue after) {
    private static final int LONGEST_VALUE = 80;
    /** Members that count or date the changes: they differ always. */
    private static final Set<String> CONSEQUENCES = Set.of("version", "updatedAt", "revision");

    /** The fields that differ, in order. */
    static List<FieldChange> between(@Nullable JsonValue before, @Nullable JsonValue after) {
        List<FieldChange> changes = new ArrayList<>();
        collect("", absent(before), absent(after), changes);
        return changes;
    }

    /** Null for what is not there. */
    private static @Nullable JsonValue absent(@Nullable JsonValue value) {
        return value == JsonValue.NULL ? null : value;
    }

    private static void collect(
            String path, @Nullable JsonValue before, @Nullable JsonValue after, List<FieldChange> changes) {
        if (before instanceof JsonObject one && after instanceof JsonObject other) {
            collectMembers(path, one, other, changes);
        } else if (before instanceof JsonArray one && after instanceof JsonArray other) {
            collectItems(path, one, other, changes);
        } else if (!String.valueOf(before).equals(String.valueOf(after))) {
            changes.add(new FieldChange(path, before, after));
        }
    }

    private static void collectMembers(String path, JsonObject one, JsonObject other, List<FieldChange> changes) {
        Set<String> members = new TreeSet<>(one.keySet());
        members.addAll(other.keySet());
        members.removeAll(CONSEQUENCES);
        members.forEach(member ->
                collect(path.isEmpty() ? member : path + "." + member, one.get(member), other.get(member), changes));
    }

    /** Compares things that have names by these; other lists of one length item by item; the rest as a whole. */
    private static void collectItems(String path, JsonArray one, JsonArray other, List<FieldChange> changes) {
        Optional<Map<String, JsonValue>> before = byName(one);
        Optional<Map<String, JsonValue>> after = byName(other);
        if (before.isPresent() && after.isPresent()) {
            collectNamed(path, before.get(), after.get(), changes);
        } else if (one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                collect(path + "[" + i + "]", one.get(i), other.get(i), changes);
            }
        } else {
            changes.add(new FieldChange(path, one, other));
        }
    }

    private static void collectNamed(
            String path, Map<String, JsonValue> before, Map<String, JsonValue> after, List<FieldChange> changes) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> collect(path + "[" + name + "]", before.get(name), after.get(name), changes));
        List<String> stayed =
                before.keySet().stream().filter(after::containsKey).toList();
        List<String> order = after.keySet().stream().filter(before::containsKey).toList();
        if (!stayed.equals(order)) {
            changes.add(new FieldChange(
                    path + " in order",
                    Json.createArrayBuilder(stayed).build(),
                    Json.createArrayBuilder(order).build()));
        }
    }

    /** The items by id or key; empty if they are no objects with such a name each. */
    private static Optional<Map<String, JsonValue>> byName(JsonArray items) {
        Map<String, JsonValue> named = new LinkedHashMap<>();
        for (JsonValue item : items) {
            String name = item instanceof JsonObject object ? object.getString("id", object.getString("key", "")) : "";
            if (name.isEmpty() || named.put(name, item) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }

    /** The change in words, such as {@code enabled: false → true}. */
    String sentence() {
        String field = path.isEmpty() ? "" : path + ": ";
        if (before == null) {
            return field + "new: " + text(after);
        }
        if (after == null) {
            return field + "removed: " + text(before);
        }
        return field + text(before) + " → " + text(after);
    }

    /** A value in one line that is not too long. */
    static String text(@Nullable JsonValue value) {
        return value == null ? "" : PrintableText.of(value.toString(), LONGEST_VALUE);
    }
}
