package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.SegmentDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A segment as a native one, with the changes that the conversion made. There is a definition unless the segment is
 * lost.
 *
 * @param key {@code unleash-} and the id, so that a second import updates the same segment
 * @param name for people
 * @param segment null if the segment is lost
 */
public record ConvertedSegment(
        String key, String name, ConversionStatus status, List<String> notes, @Nullable SegmentDefinition segment) {
    public ConvertedSegment {
        notes = List.copyOf(notes);
        if ((segment == null) != (status == ConversionStatus.LOST)) {
            throw new IllegalArgumentException("a segment is lost where it has no definition, and only there: " + key);
        }
    }

    /** The definition; empty if the segment is lost. */
    public Optional<SegmentDefinition> definition() {
        return Optional.ofNullable(segment);
    }
}
