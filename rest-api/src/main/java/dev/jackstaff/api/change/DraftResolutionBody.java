package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.draft.Side;
import dev.jackstaff.engine.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that resolves the conflicts of a draft.
 *
 * @param fields an object with {@code "mine"} or {@code "theirs"} for each field in conflict
 */
public record DraftResolutionBody(@Schema(implementation = Object.class) @Nullable JsonText fields) {
    Map<String, Side> toSides() {
        Map<String, Side> sides = new LinkedHashMap<>();
        RequestFields.members("fields", RequestFields.required("fields", fields))
                .forEach((name, side) -> {
                    String place = "fields." + name;
                    String label = RequestFields.required(place, RequestFields.textOrNull(place, side));
                    sides.put(name, RequestFields.parseLabel(place, label, Side.LABELS));
                });
        return sides;
    }
}
