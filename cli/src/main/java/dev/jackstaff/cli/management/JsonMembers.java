package dev.jackstaff.cli.management;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body of a request in the making. A member without a value is left out. */
final class JsonMembers {
    private final JsonObjectBuilder object;

    JsonMembers() {
        this.object = Json.createObjectBuilder();
    }

    /** One that has the members of an object already. */
    JsonMembers(JsonObject given) {
        this.object = Json.createObjectBuilder(given);
    }

    JsonMembers add(String member, @Nullable String value) {
        if (value != null) {
            object.add(member, value);
        }
        return this;
    }

    JsonMembers add(String member, @Nullable Boolean value) {
        if (value != null) {
            object.add(member, value);
        }
        return this;
    }

    JsonMembers add(String member, @Nullable Long value) {
        if (value != null) {
            object.add(member, value);
        }
        return this;
    }

    JsonMembers add(String member, @Nullable JsonObject value) {
        if (value != null) {
            object.add(member, value);
        }
        return this;
    }

    /** Adds a list; none is left out. */
    JsonMembers add(String member, List<String> values) {
        if (!values.isEmpty()) {
            object.add(member, Json.createArrayBuilder(values));
        }
        return this;
    }

    /** Adds a list, an empty one too. */
    JsonMembers addAll(String member, List<String> values) {
        object.add(member, Json.createArrayBuilder(values));
        return this;
    }

    JsonObject build() {
        return object.build();
    }
}
