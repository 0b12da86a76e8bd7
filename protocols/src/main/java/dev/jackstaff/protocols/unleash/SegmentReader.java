package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.TolerantReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the segments of one document, each id once. */
final class SegmentReader {
    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final StrategyReader strategies;
    private final Set<Integer> ids = new HashSet<>();

    SegmentReader(DocumentReader reader, TolerantReader tolerant, StrategyReader strategies) {
        this.reader = reader;
        this.tolerant = tolerant;
        this.strategies = strategies;
    }

    Segment segment() {
        if (ids.size() == FeaturesReader.MOST_SEGMENTS) {
            throw reader.refused("a document holds at most " + FeaturesReader.MOST_SEGMENTS + " segments");
        }
        var read = new Object() {
            @Nullable
            Integer id;

            @Nullable
            String name;

            List<Constraint> constraints = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = id();
                case "name" -> read.name = tolerant.optionalText();
                case "constraints" -> read.constraints = tolerant.list(strategies::constraint);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Segment(tolerant.needed(read.id, "a segment needs \"id\""), read.name, read.constraints);
    }

    private int id() {
        int id = reader.integer();
        if (!ids.add(id)) {
            throw reader.refused("there is another segment " + id);
        }
        return id;
    }
}
