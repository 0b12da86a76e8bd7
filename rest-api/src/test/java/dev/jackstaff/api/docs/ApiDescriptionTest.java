package dev.jackstaff.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jackstaff.api.change.InstructionMembers;
import dev.jackstaff.domain.flag.FlagKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document says what follows from the code. */
class ApiDescriptionTest {
    private static final JsonNode DOCUMENT = document();

    private static JsonNode document() {
        try {
            return new JsonMapper().readTree(ApiDescription.document());
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Test
    void everyReferenceHasATarget() {
        List<String> dangling = DOCUMENT.findValuesAsText("$ref").stream()
                .filter(reference -> DOCUMENT.at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(dangling).isEmpty();
    }

    @Test
    void theProtocolsThatTheHubServesAreDescribedToo() {
        assertThat(DOCUMENT.path("paths").fieldNames())
                .toIterable()
                .contains("/ofrep/v1/evaluate/flags/{key}", "/api/v1/evaluate", "/api/v1/sync")
                .doesNotContain("/api/frontend", "/ready", "/api/v1/cache/stats");
    }

    @Test
    void theTypesOfInstructionsAreThoseThatAreRead() {
        assertThat(texts(schema("InstructionBody").at("/properties/type/enum")))
                .containsExactlyElementsOf(InstructionMembers.byType().keySet());
    }

    @Test
    void aLabelledMemberHasTheLabelsOfItsEnum() {
        assertThat(texts(schema("FlagRequest").at("/properties/kind/enum"))).isEqualTo(FlagKind.LABELS.all());
    }

    @Test
    void whatCreatesAFlagRequiresMoreThanWhatChangesOne() {
        assertThat(texts(schema("NewFlagRequest").path("required"))).containsExactly("key");
        assertThat(schema("FlagRequest").has("required")).isFalse();
    }

    @Test
    void aMemberOfAResponseIsRequiredUnlessItIsLeftOut() {
        assertThat(texts(schema("FlagStateResponse").path("required"))).contains("offVariant", "rules");
        assertThat(schema("FlagStateResponse")
                        .at("/properties/offVariant/nullable")
                        .asBoolean())
                .isTrue();
        assertThat(texts(schema("ApiKeyResponse").path("required"))).doesNotContain("secret");
    }

    @Test
    void aFailureHasTheFormOfTheProtocolOfItsPath() {
        assertThat(failure("/api/v1/projects/{project}/changes", "post", 409)).endsWith("/Conflict");
        assertThat(failure("/api/v1/flags/{key}", "get", 404)).endsWith("/FlexflagNotFound");
        assertThat(failure("/flags/{name}/update", "post", 401)).endsWith("/CacheAsideUnauthorized");
    }

    private static String failure(String path, String verb, int status) {
        return DOCUMENT.path("paths")
                .path(path)
                .path(verb)
                .path("responses")
                .path(Integer.toString(status))
                .path("$ref")
                .asText();
    }

    private static JsonNode schema(String name) {
        return DOCUMENT.path("components").path("schemas").path(name);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
