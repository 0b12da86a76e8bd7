package dev.jackstaff.api.history;

import dev.jackstaff.domain.history.Comparison;
import dev.jackstaff.domain.history.Difference;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two environments, or between two revisions of one. What is alike is left out.
 *
 * @param flags by key
 * @param segments by key
 */
public record ComparisonResponse(
        Side from, Side to, List<DifferenceResponse> flags, List<DifferenceResponse> segments) {
    public ComparisonResponse {
        flags = List.copyOf(flags);
        segments = List.copyOf(segments);
    }

    /** An environment at a revision. */
    public record Side(String project, String environment, long revision) {
        static Side of(Comparison.Side side) {
            return new Side(side.project(), side.environment(), side.revision());
        }
    }

    /**
     * A flag or a segment that differs.
     *
     * @param kind {@code added}, {@code removed} or {@code changed}
     * @param fields the fields that differ; empty if it was added or removed
     */
    public record DifferenceResponse(
            String key,
            @Schema(enumeration = {"added", "removed", "changed"}) String kind,
            List<FieldResponse> fields) {
        public DifferenceResponse {
            fields = List.copyOf(fields);
        }

        static DifferenceResponse of(Difference difference) {
            return new DifferenceResponse(
                    difference.key(),
                    difference.kind().name().toLowerCase(Locale.ROOT),
                    difference.fields().stream().map(FieldResponse::of).toList());
        }
    }

    /**
     * A field that differs.
     *
     * @param before null if it had no value
     * @param after null if it has no value
     */
    public record FieldResponse(String field, @Nullable JsonText before, @Nullable JsonText after) {
        static FieldResponse of(Difference.Field field) {
            return new FieldResponse(field.name(), json(field.before()), json(field.after()));
        }

        private static @Nullable JsonText json(@Nullable String text) {
            return text == null ? null : JsonText.parse(text);
        }
    }

    static ComparisonResponse of(Comparison comparison) {
        return new ComparisonResponse(
                Side.of(comparison.from()),
                Side.of(comparison.to()),
                comparison.flags().stream().map(DifferenceResponse::of).toList(),
                comparison.segments().stream().map(DifferenceResponse::of).toList());
    }
}
