package dev.jackstaff.protocols.flagsmith;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Organisation;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument.Project;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A writer of environment documents as Flagsmith's clients expect them. Equal documents give equal bytes. */
public final class EnvironmentDocumentWriter {
    private final JsonGenerator generator;

    private EnvironmentDocumentWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /**
     * The document as UTF-8. {@link EnvironmentDocumentReader} reads it back equal, except that unpaired surrogates,
     * which UTF-8 cannot represent, become {@code ?}.
     */
    public static byte[] write(EnvironmentDocument document) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(text)) {
            new EnvironmentDocumentWriter(generator).document(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document(EnvironmentDocument document) throws IOException {
        generator.writeStartObject();
        generator.writeNumberField("id", document.id());
        generator.writeStringField("api_key", document.apiKey());
        generator.writeStringField("name", document.name());
        generator.writeStringField("updated_at", document.updatedAt());
        generator.writeBooleanField("allow_client_traits", document.allowClientTraits());
        if (document.hideDisabledFlags() == null) {
            generator.writeNullField("hide_disabled_flags");
        } else {
            generator.writeBooleanField("hide_disabled_flags", document.hideDisabledFlags());
        }
        generator.writeBooleanField("hide_sensitive_data", document.hideSensitiveData());
        generator.writeBooleanField(
                "use_identity_composite_key_for_hashing", document.useIdentityCompositeKeyForHashing());
        generator.writeBooleanField("use_identity_overrides_in_local_eval", document.useIdentityOverridesInLocalEval());
        generator.writeFieldName("project");
        project(document.project());
        states("feature_states", document.featureStates());
        generator.writeArrayFieldStart("identity_overrides");
        for (IdentityOverride override : document.identityOverrides()) {
            identityOverride(override);
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private void project(Project project) throws IOException {
        generator.writeStartObject();
        generator.writeNumberField("id", project.id());
        generator.writeStringField("name", project.name());
        generator.writeBooleanField("hide_disabled_flags", project.hideDisabledFlags());
        generator.writeBooleanField("enable_realtime_updates", project.enableRealtimeUpdates());
        generator.writeArrayFieldStart("server_key_only_feature_ids");
        for (long id : project.serverKeyOnlyFeatureIds()) {
            generator.writeNumber(id);
        }
        generator.writeEndArray();
        organisation(project.organisation());
        generator.writeArrayFieldStart("segments");
        for (FlagsmithSegment segment : project.segments()) {
            generator.writeStartObject();
            generator.writeNumberField("id", segment.id());
            generator.writeStringField("name", segment.name());
            rules(segment.rules());
            states("feature_states", segment.featureStates());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private void organisation(Organisation organisation) throws IOException {
        generator.writeObjectFieldStart("organisation");
        generator.writeNumberField("id", organisation.id());
        generator.writeStringField("name", organisation.name());
        generator.writeBooleanField("feature_analytics", organisation.featureAnalytics());
        generator.writeBooleanField("stop_serving_flags", organisation.stopServingFlags());
        generator.writeBooleanField("persist_trait_data", organisation.persistTraitData());
        generator.writeEndObject();
    }

    private void rules(List<SegmentRule> rules) throws IOException {
        generator.writeArrayFieldStart("rules");
        for (SegmentRule rule : rules) {
            generator.writeStartObject();
            generator.writeStringField("type", rule.type());
            rules(rule.rules());
            generator.writeArrayFieldStart("conditions");
            for (SegmentCondition condition : rule.conditions()) {
                generator.writeStartObject();
                generator.writeStringField("operator", condition.operator());
                generator.writeStringField("value", condition.value());
                generator.writeStringField("property_", condition.property());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private void identityOverride(IdentityOverride override) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("identifier", override.identifier());
        generator.writeStringField("environment_api_key", override.environmentApiKey());
        generator.writeStringField("identity_uuid", override.identityUuid());
        generator.writeStringField("created_date", override.createdDate());
        number("django_id", override.djangoId());
        generator.writeStringField("composite_key", override.compositeKey());
        generator.writeArrayFieldStart("identity_traits");
        generator.writeEndArray();
        states("identity_features", override.features());
        generator.writeEndObject();
    }

    private void states(String member, List<FeatureState> states) throws IOException {
        generator.writeArrayFieldStart(member);
        for (FeatureState state : states) {
            state(state);
        }
        generator.writeEndArray();
    }

    private void state(FeatureState state) throws IOException {
        generator.writeStartObject();
        generator.writeObjectFieldStart("feature");
        generator.writeNumberField("id", state.feature().id());
        generator.writeStringField("name", state.feature().name());
        generator.writeStringField("type", state.feature().type());
        generator.writeEndObject();
        generator.writeBooleanField("enabled", state.enabled());
        value("feature_state_value", state.value());
        number("django_id", state.djangoId());
        generator.writeStringField("featurestate_uuid", state.uuid());
        if (state.priority() == null) {
            generator.writeNullField("feature_segment");
        } else {
            generator.writeObjectFieldStart("feature_segment");
            generator.writeNumberField("priority", state.priority());
            generator.writeEndObject();
        }
        generator.writeArrayFieldStart("multivariate_feature_state_values");
        for (MultivariateValue multivariate : state.multivariateValues()) {
            multivariateValue(multivariate);
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private void multivariateValue(MultivariateValue multivariate) throws IOException {
        generator.writeStartObject();
        number("id", multivariate.id());
        generator.writeStringField("mv_fs_value_uuid", multivariate.uuid());
        generator.writeFieldName("percentage_allocation");
        generator.writeNumber(multivariate.percentageAllocation().toString());
        generator.writeObjectFieldStart("multivariate_feature_option");
        value("value", multivariate.value());
        number("id", multivariate.optionId());
        generator.writeStringField("key", multivariate.key());
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private void value(String member, @Nullable Value value) throws IOException {
        generator.writeFieldName(member);
        generator.writeRawValue(value == null ? "null" : value.json());
    }

    /** Writes an optional number; null is left out. */
    private void number(String member, @Nullable Long number) throws IOException {
        if (number != null) {
            generator.writeNumberField(member, number);
        }
    }
}
