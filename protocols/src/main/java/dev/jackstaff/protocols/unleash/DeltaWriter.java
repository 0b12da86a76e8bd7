package dev.jackstaff.protocols.unleash;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A writer of delta documents (UTF-8). The reader reads them back equal. */
public final class DeltaWriter {
    private final JsonGenerator json;
    private final FeaturesDocumentWriter features;

    private DeltaWriter(JsonGenerator json) {
        this.json = json;
        this.features = new FeaturesDocumentWriter(json);
    }

    public static byte[] write(Delta delta) {
        return FeaturesDocumentWriter.bytes(json -> new DeltaWriter(json).delta(delta));
    }

    private void delta(Delta delta) throws IOException {
        json.writeStartObject();
        features.array("events", delta.events(), this::event);
        json.writeEndObject();
    }

    private void event(DeltaEvent event) throws IOException {
        json.writeStartObject();
        if (event instanceof DeltaEvent.Hydration hydration) {
            head("hydration", event);
            features.array("features", hydration.features(), features::feature);
            features.array("segments", hydration.segments(), features::segment);
        } else if (event instanceof DeltaEvent.FeatureUpdated updated) {
            head("feature-updated", event);
            json.writeFieldName("feature");
            features.feature(updated.feature());
        } else if (event instanceof DeltaEvent.FeatureRemoved removed) {
            head("feature-removed", event);
            json.writeStringField("featureName", removed.featureName());
            features.text("project", removed.project());
        } else if (event instanceof DeltaEvent.SegmentUpdated updated) {
            head("segment-updated", event);
            json.writeFieldName("segment");
            features.segment(updated.segment());
        } else if (event instanceof DeltaEvent.SegmentRemoved removed) {
            head("segment-removed", event);
            json.writeNumberField("segmentId", removed.segmentId());
        }
        json.writeEndObject();
    }

    private void head(String type, DeltaEvent event) throws IOException {
        json.writeStringField("type", type);
        json.writeNumberField("eventId", event.eventId());
    }
}
