package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison of documents knows what breaks clients: tried on the document of the hub that was accepted. */
class ApiComparisonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ACCEPTED = Path.of("src/test/resources/openapi/hub.json");

    private static final String SCHEMAS = "/components/schemas";
    private static final String AUDIT = "/paths/~1api~1v1~1audit/get";

    static Stream<Arguments> breaks() {
        return Stream.of(
                argumentSet("an operation is gone", edit(object -> object.remove("get"), "/paths/~1api~1v1~1audit")),
                argumentSet("its id is another", edit(object -> object.put("operationId", "other"), AUDIT)),
                argumentSet(
                        "a query parameter is gone",
                        editList(parameters -> parameters.remove(0), AUDIT + "/parameters")),
                argumentSet(
                        "a member of a response is gone",
                        edit(members -> members.remove("owner"), SCHEMAS + "/FlagResponse/properties")),
                argumentSet(
                        "a member of a response may be left out",
                        editList(required -> required.remove(0), SCHEMAS + "/FlagResponse/required")),
                argumentSet(
                        "a member of a response has another type",
                        edit(member -> member.put("type", "string"), SCHEMAS + "/FlagResponse/properties/version")),
                argumentSet(
                        "a member of a request is required",
                        editList(required -> required.add("name"), SCHEMAS + "/NewFlagRequest/required")),
                argumentSet(
                        "an optional member of a request is gone",
                        edit(members -> members.remove("owner"), SCHEMAS + "/FlagRequest/properties")),
                argumentSet(
                        "an optional member of a part of a request is gone",
                        edit(members -> members.remove("description"), SCHEMAS + "/VariantBody/properties")),
                argumentSet(
                        "a member of a part of a request is required",
                        editList(required -> required.add("description"), SCHEMAS + "/VariantBody/required")),
                argumentSet(
                        "a value of a request is gone",
                        editList(values -> values.remove(0), SCHEMAS + "/InstructionBody/properties/type/enum")));
    }

    @ParameterizedTest
    @MethodSource
    void breaks(Consumer<JsonNode> change) throws IOException {
        ApiComparison comparison = compareAfter(change);

        assertThat(comparison.breaksClients()).isTrue();
        assertThat(comparison.describe()).contains("broke backward compatibility");
    }

    @Test
    void aMemberThatIsGoneIsNamedWhereItIsPartOfARequest() throws IOException {
        assertThat(compareAfter(edit(members -> members.remove("before"), SCHEMAS + "/InstructionBody/properties"))
                        .removedRequestMembers())
                .containsExactly("InstructionBody.before");
        assertThat(compareAfter(edit(members -> members.remove("owner"), SCHEMAS + "/FlagResponse/properties"))
                        .removedRequestMembers())
                .isEmpty();
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                argumentSet(
                        "an operation",
                        edit(paths -> paths.set("/api/v1/more", paths.path("/api/v1/limits")), "/paths")),
                argumentSet("a sentence", edit(operation -> operation.put("summary", "another"), AUDIT)),
                argumentSet(
                        "a member of a response",
                        edit(
                                members -> members.putObject("more").put("type", "string"),
                                SCHEMAS + "/FlagResponse/properties")),
                argumentSet(
                        "a member of a request that may be left out",
                        edit(
                                members -> members.putObject("more").put("type", "string"),
                                SCHEMAS + "/FlagRequest/properties")),
                argumentSet(
                        "a type of instruction, which is part of requests and responses",
                        editList(values -> values.add("more"), SCHEMAS + "/InstructionBody/properties/type/enum")),
                argumentSet(
                        "a status",
                        edit(
                                responses -> responses.putObject("418").put("description", "a teapot"),
                                AUDIT + "/responses")));
    }

    @ParameterizedTest
    @MethodSource
    void additions(Consumer<JsonNode> change) throws IOException {
        assertThat(compareAfter(change).breaksClients()).isFalse();
    }

    private static Consumer<JsonNode> edit(Consumer<ObjectNode> change, String place) {
        return document -> change.accept((ObjectNode) document.at(place));
    }

    private static Consumer<JsonNode> editList(Consumer<ArrayNode> change, String place) {
        return document -> change.accept((ArrayNode) document.at(place));
    }

    private static ApiComparison compareAfter(Consumer<JsonNode> change) throws IOException {
        JsonNode document = JSON.readTree(ACCEPTED.toFile());
        change.accept(document);
        return ApiComparison.of(Files.readString(ACCEPTED), document.toString());
    }
}
