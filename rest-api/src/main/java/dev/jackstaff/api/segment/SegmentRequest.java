package dev.jackstaff.api.segment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.domain.segment.boundary.SegmentView;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes a segment. Members that only responses have are ignored, so a response
 * can be sent back. In a change, members that are left out stay as they are.
 *
 * @param key required for a new segment, and never changed
 * @param name left out for the key
 */
@JsonIgnoreProperties({"createdAt", "updatedAt"})
public record SegmentRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String description,
        @Nullable ConditionDefinition condition,
        @Nullable Long version) {
    NewSegment toNewSegment() {
        return new NewSegment(RequestFields.parse("key", key, SegmentKey::new), whole());
    }

    private SegmentDetails whole() {
        return new SegmentDetails(
                RequestFields.text(name),
                RequestFields.text(description),
                RequestFields.required("condition", condition));
    }

    /** The details of a patched segment. What was removed is as in a new one. */
    SegmentDetails toPatched(SegmentView before) {
        RequestFields.requireUnchanged("key", key, before.key());
        return whole();
    }

    SegmentDetails toDetails(SegmentView before) {
        RequestFields.requireUnchanged("key", key, before.key());
        return new SegmentDetails(
                RequestFields.textOr(name, before.name()),
                RequestFields.textOr(description, before.description()),
                condition == null ? before.condition() : condition);
    }
}
