package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reader of the segments of one document, whose ids must be distinct. */
final class UnleashSegmentReader {
    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final StrategyReader strategies;
    private final Set<Integer> ids = new HashSet<>();

    UnleashSegmentReader(DocumentReader reader, TolerantReader tolerant, StrategyReader strategies) {
        this.reader = reader;
        this.tolerant = tolerant;
        this.strategies = strategies;
    }

    UnleashSegment segment() {
        if (ids.size() == FeaturesDocumentReader.MAX_SEGMENTS) {
            throw reader.refusal("a document must have at most " + FeaturesDocumentReader.MAX_SEGMENTS + " segments");
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
        return new UnleashSegment(tolerant.required(read.id, "a segment needs \"id\""), read.name, read.constraints);
    }

    private int id() {
        int id = reader.integer();
        if (!ids.add(id)) {
            throw reader.refusal("there is another segment " + id);
        }
        return id;
    }
}
