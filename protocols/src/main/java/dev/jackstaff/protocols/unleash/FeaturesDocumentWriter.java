package dev.jackstaff.protocols.unleash;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A writer of features documents (UTF-8). Equal documents give equal bytes, and the reader reads them back equal. */
public final class FeaturesDocumentWriter {
    private final JsonGenerator json;

    FeaturesDocumentWriter(JsonGenerator json) {
        this.json = json;
    }

    public static byte[] write(FeaturesDocument document) {
        return bytes(json -> new FeaturesDocumentWriter(json).document(document));
    }

    /** A single feature as JSON. */
    public static byte[] write(UnleashFeature feature) {
        return bytes(json -> new FeaturesDocumentWriter(json).feature(feature));
    }

    static byte[] bytes(Element<JsonGenerator> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(bytes)) {
            writing.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A writer of one element. */
    @FunctionalInterface
    interface Element<T> {
        void write(T element) throws IOException;
    }

    private void document(FeaturesDocument document) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", document.version());
        array("features", document.features(), this::feature);
        array("segments", document.segments(), this::segment);
        FeaturesDocument.Query query = document.query();
        if (query != null) {
            query(query);
        }
        FeaturesDocument.Meta meta = document.meta();
        if (meta != null) {
            meta(meta);
        }
        json.writeEndObject();
    }

    void query(FeaturesDocument.Query query) throws IOException {
        json.writeObjectFieldStart("query");
        texts("projects", query.projects());
        text("environment", query.environment());
        text("namePrefix", query.namePrefix());
        json.writeBooleanField("inlineSegmentConstraints", query.inlineSegmentConstraints());
        json.writeEndObject();
    }

    private void meta(FeaturesDocument.Meta meta) throws IOException {
        json.writeObjectFieldStart("meta");
        text("etag", meta.etag());
        Long revision = meta.revisionId();
        if (revision != null) {
            json.writeNumberField("revisionId", revision);
        }
        text("queryHash", meta.queryHash());
        json.writeEndObject();
    }

    void feature(UnleashFeature feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", feature.name());
        text("type", feature.type());
        text("description", feature.description());
        text("project", feature.project());
        text("createdAt", feature.createdAt());
        text("lastSeenAt", feature.lastSeenAt());
        json.writeBooleanField("enabled", feature.enabled());
        json.writeBooleanField("stale", feature.stale());
        json.writeBooleanField("impressionData", feature.impressionData());
        array("strategies", feature.strategies(), this::strategy);
        array("variants", feature.variants(), this::variant);
        if (!feature.dependencies().isEmpty()) {
            array("dependencies", feature.dependencies(), this::dependency);
        }
        json.writeEndObject();
    }

    private void strategy(Strategy strategy) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", strategy.name());
        text("title", strategy.title());
        flag("disabled", strategy.disabled());
        Integer order = strategy.sortOrder();
        if (order != null) {
            json.writeNumberField("sortOrder", order);
        }
        if (!strategy.segments().isEmpty()) {
            array("segments", strategy.segments(), json::writeNumber);
        }
        array("constraints", strategy.constraints(), this::constraint);
        json.writeObjectFieldStart("parameters");
        for (var parameter : strategy.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        array("variants", strategy.variants(), this::strategyVariant);
        json.writeEndObject();
    }

    private void constraint(Constraint constraint) throws IOException {
        json.writeStartObject();
        json.writeStringField("contextName", constraint.contextName());
        json.writeStringField("operator", constraint.operator());
        json.writeBooleanField("caseInsensitive", constraint.caseInsensitive());
        json.writeBooleanField("inverted", constraint.inverted());
        texts("values", constraint.values());
        text("value", constraint.value());
        json.writeEndObject();
    }

    private void variant(UnleashVariant variant) throws IOException {
        json.writeStartObject();
        choice(variant.name(), variant.weight(), variant.stickiness(), variant.payload());
        text("weightType", variant.weightType());
        if (!variant.overrides().isEmpty()) {
            array("overrides", variant.overrides(), this::override);
        }
        json.writeEndObject();
    }

    private void strategyVariant(StrategyVariant variant) throws IOException {
        json.writeStartObject();
        choice(variant.name(), variant.weight(), variant.stickiness(), variant.payload());
        json.writeEndObject();
    }

    private void choice(String name, int weight, @Nullable String stickiness, @Nullable Payload payload)
            throws IOException {
        json.writeStringField("name", name);
        json.writeNumberField("weight", weight);
        text("stickiness", stickiness);
        if (payload != null) {
            json.writeObjectFieldStart("payload");
            json.writeStringField("type", payload.type());
            json.writeStringField("value", payload.value());
            json.writeEndObject();
        }
    }

    private void override(VariantOverride override) throws IOException {
        json.writeStartObject();
        json.writeStringField("contextName", override.contextName());
        texts("values", override.values());
        json.writeEndObject();
    }

    private void dependency(Dependency dependency) throws IOException {
        json.writeStartObject();
        json.writeStringField("feature", dependency.feature());
        json.writeBooleanField("enabled", dependency.enabled());
        texts("variants", dependency.variants());
        json.writeEndObject();
    }

    void segment(UnleashSegment segment) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", segment.id());
        text("name", segment.name());
        array("constraints", segment.constraints(), this::constraint);
        json.writeEndObject();
    }

    <T> void array(String name, List<T> elements, Element<T> element) throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : elements) {
            element.write(each);
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        array(name, texts, json::writeString);
    }

    void text(String name, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }

    private void flag(String name, boolean set) throws IOException {
        if (set) {
            json.writeBooleanField(name, true);
        }
    }
}
