package dev.jackstaff.cli.management;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of objects.
 *
 * @param content the text of an object in this column
 */
record Column(String title, Function<JsonObject, String> content) {
    String of(JsonObject object) {
        return content.apply(object);
    }

    /** A column with a member as it is; empty where there is none. */
    static Column of(String title, String member) {
        return new Column(title, object -> text(object.get(member)));
    }

    /** A column with a time, to the second. */
    static Column ofTime(String title, String member) {
        return new Column(title, object -> time(object, member));
    }

    /** A column with one word for true, and another for false. */
    static Column ofFlag(String title, String member, String yes, String no) {
        return new Column(title, object -> object.getBoolean(member, false) ? yes : no);
    }

    /** A time in a member, to the second; empty if there is none. */
    static String time(JsonObject object, String member) {
        return object.getString(member, "").replaceFirst("\\.\\d+Z$", "Z");
    }

    /** A value in words: a text without quotes, a list with commas, nothing for null. */
    static String text(@Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(Column::text).collect(Collectors.joining(", "));
        }
        if (value instanceof JsonNumber number) {
            return number.toString();
        }
        return value == null || value == JsonValue.NULL ? "" : value.toString();
    }
}
