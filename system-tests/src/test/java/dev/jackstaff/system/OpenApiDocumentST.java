package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The OpenAPI documents that a running hub and a running edge serve are valid, and break no client of the accepted ones. */
@UsesSharedStack
class OpenApiDocumentST {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final QuickstartFile quickstart;

    OpenApiDocumentST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
    }

    enum Host {
        HUB,
        EDGE;

        String document(QuickstartFile quickstart) {
            return this == HUB
                    ? Curl.of(quickstart.hubUrl()).get("/openapi").body()
                    : Curl.of(quickstart.edgeUrl()).get("/docs/openapi.json").body();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentIsValid(Host host) {
        assertThat(ApiComparison.errors(host.document(quickstart))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatMustBeUniqueIsUnique(Host host) throws IOException {
        JsonNode document = JSON.readTree(host.document(quickstart));
        List<String> tags = document.path("tags").findValuesAsText("name");
        List<String> ids = document.path("paths").findValuesAsText("operationId");

        assertThat(tags).doesNotHaveDuplicates();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    /** So that "Try it out" asks the address that the page came from, which is all that its policy allows. */
    @ParameterizedTest
    @EnumSource
    void theServerIsTheOneThatWasAsked(Host host) throws IOException {
        JsonNode servers = JSON.readTree(host.document(quickstart)).path("servers");

        assertThat(servers.findValuesAsText("url")).containsExactly("/");
    }

    @ParameterizedTest
    @EnumSource
    void noDifferenceToTheAcceptedDocumentBreaksClients(Host host) {
        new AcceptedApi(host.name().toLowerCase(java.util.Locale.ROOT)).check(host.document(quickstart));
    }
}
