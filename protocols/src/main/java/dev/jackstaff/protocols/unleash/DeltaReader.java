package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader of delta documents, which accepts a document as a whole or not at all. An unknown event type is refused,
 * because the state would be wrong without its change.
 */
public final class DeltaReader {
    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final UnleashVariantReader variants;
    private final StrategyReader strategies;

    private DeltaReader(DocumentReader reader) {
        this.reader = reader;
        this.tolerant = new TolerantReader(reader);
        this.variants = new UnleashVariantReader(reader, tolerant);
        this.strategies = new StrategyReader(reader, tolerant, variants);
    }

    /**
     * The changes in UTF-8 bytes.
     *
     * @throws DocumentException if the bytes are no delta document; the message names the line, the column and the
     *     member
     */
    public static Delta read(byte[] document) {
        return DocumentReader.readWhole(document, reader -> new DeltaReader(reader).delta());
    }

    /** The changes in a text; see {@link #read(byte[])}. */
    public static Delta read(String document) {
        return DocumentReader.readWhole(document, reader -> new DeltaReader(reader).delta());
    }

    private Delta delta() {
        var read = new Object() {
            @Nullable
            List<DeltaEvent> events;
        };
        reader.object(member -> {
            if (member.equals("events")) {
                read.events = reader.array(this::event);
                return true;
            }
            return false;
        });
        return new Delta(tolerant.required(read.events, "a delta needs \"events\""));
    }

    private DeltaEvent event() {
        EventMembers members = new EventMembers();
        reader.object(member -> {
            switch (member) {
                case "type" -> members.type = reader.string();
                case "eventId" -> members.eventId = reader.longInteger();
                case "features" -> members.features = reader.array(features()::feature);
                case "segments" -> members.segments = tolerant.list(segments()::segment);
                case "feature" -> members.feature = features().feature();
                case "featureName" -> members.featureName = reader.string();
                case "project" -> members.project = tolerant.optionalText();
                case "segment" -> members.segment = segments().segment();
                case "segmentId" -> members.segmentId = reader.integer();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return event(members);
    }

    /** The members of one event of any type. */
    private static final class EventMembers {
        @Nullable
        String type;

        @Nullable
        Long eventId;

        @Nullable
        List<UnleashFeature> features;

        List<UnleashSegment> segments = List.of();

        @Nullable
        UnleashFeature feature;

        @Nullable
        String featureName;

        @Nullable
        String project;

        @Nullable
        UnleashSegment segment;

        @Nullable
        Integer segmentId;
    }

    private DeltaEvent event(EventMembers members) {
        String type = tolerant.required(members.type, "an event needs \"type\"");
        long id = tolerant.required(members.eventId, "an event needs \"eventId\"");
        return switch (type) {
            case "hydration" ->
                new DeltaEvent.Hydration(id, required(members.features, type, "features"), members.segments);
            case "feature-updated" -> new DeltaEvent.FeatureUpdated(id, required(members.feature, type, "feature"));
            case "feature-removed" ->
                new DeltaEvent.FeatureRemoved(id, required(members.featureName, type, "featureName"), members.project);
            case "segment-updated" -> new DeltaEvent.SegmentUpdated(id, required(members.segment, type, "segment"));
            case "segment-removed" -> new DeltaEvent.SegmentRemoved(id, required(members.segmentId, type, "segmentId"));
            default -> throw reader.refusal("unknown type of event \"" + type + "\"");
        };
    }

    private <T> T required(@Nullable T value, String type, String member) {
        return tolerant.required(value, "an event of type " + type + " needs \"" + member + "\"");
    }

    /** A reader of features, whose names must be distinct within one event. */
    private UnleashFeatureReader features() {
        return new UnleashFeatureReader(reader, tolerant, strategies, variants);
    }

    /** A reader of segments, whose ids must be distinct within one event. */
    private UnleashSegmentReader segments() {
        return new UnleashSegmentReader(reader, tolerant, strategies);
    }
}
