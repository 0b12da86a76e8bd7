package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentDocumentHandlerTest {
    private static final String TAG = '"' + EnvironmentFixtures.ENVIRONMENT_ID + ":7\"";

    private final LiveEnvironments environments = new LiveEnvironments();
    private final FlagsmithKeyAccess keys = new FlagsmithKeyAccess(environments);
    private final EnvironmentDocumentHandler documents = new EnvironmentDocumentHandler(keys);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                7, EnvironmentFixtures.serving("count", Value.of(10L)), EnvironmentFixtures.serverOnly("secret")));
    }

    @Test
    void serversGetTheDocumentWithTheIdsThatAnswersHave() {
        Reply reply = document(EnvironmentFixtures.SERVER_KEY, Map.of());

        EnvironmentDocument document = EnvironmentDocumentReader.read(reply.body());
        assertThat(document.apiKey()).isEqualTo(EnvironmentFixtures.ENVIRONMENT_ID);
        assertThat(document.featureStates()).hasSize(2);
        String answers = new String(
                new FlagsmithHandler(keys)
                        .flags(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), null)
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(document.featureStates()).allSatisfy(state -> assertThat(answers)
                .contains("{\"id\":" + state.feature().id() + ",\"name\":\""
                        + state.feature().name() + '"'));
        assertThat(reply.headers())
                .containsEntry("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT")
                .containsEntry("ETag", TAG)
                .containsEntry("X-Flagsmith-Document-Updated-At", "0.000000");
    }

    @Test
    void clientsGetNoDocument() {
        Reply reply = document(EnvironmentFixtures.CLIENT_KEY, Map.of());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"status\":\"forbidden\",\"message\":"
                        + "\"the environment document requires a server key; this is a client key\"}");
        assertThat(document("ser." + EnvironmentFixtures.CLIENT_KEY, Map.of()).status())
                .isEqualTo(403);
        assertThat(document("nonsense", Map.of()).status()).isEqualTo(401);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                argumentSet("the time of the change", "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT", 304),
                argumentSet("a later time", "If-Modified-Since", "Fri, 02 Jan 1970 00:00:00 GMT", 304),
                argumentSet("an earlier time", "If-Modified-Since", "Wed, 31 Dec 1969 23:59:59 GMT", 200),
                argumentSet("no time at all", "If-Modified-Since", "yesterday", 200),
                argumentSet("the tag", "If-None-Match", TAG, 304),
                argumentSet("the tag among others", "If-None-Match", "\"a\", W/" + TAG, 304),
                argumentSet("any tag", "If-None-Match", "*", 304),
                argumentSet("another tag", "If-None-Match", "\"other\"", 200));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void answersBrieflyWhatIsKnown(String header, String value, int status) {
        Reply reply = document(EnvironmentFixtures.SERVER_KEY, Map.of(header, value));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().length == 0).isEqualTo(status == 304);
        assertThat(reply.headers()).containsEntry("ETag", TAG);
    }

    @Test
    void aTagDecidesBeforeTheTime() {
        Reply reply = document(
                EnvironmentFixtures.SERVER_KEY,
                Map.of("If-None-Match", "\"other\"", "If-Modified-Since", "Fri, 02 Jan 1970 00:00:00 GMT"));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void theDocumentIsZippedForWhoeverAsks() throws IOException {
        Reply zipped = document(EnvironmentFixtures.SERVER_KEY, Map.of("Accept-Encoding", "br, gzip;q=0.8"));
        Reply raw = document(EnvironmentFixtures.SERVER_KEY, Map.of("Accept-Encoding", "gzip;q=0"));

        String zippedTag = EntityTags.compressed(TAG);
        assertThat(zipped.headers()).containsEntry("Content-Encoding", "gzip").containsEntry("ETag", zippedTag);
        assertThat(document(EnvironmentFixtures.SERVER_KEY, Map.of("If-None-Match", zippedTag)))
                .satisfies(known -> assertThat(known.status()).isEqualTo(304))
                .satisfies(known -> assertThat(known.headers()).containsEntry("ETag", zippedTag));
        assertThat(raw.headers()).doesNotContainKey("Content-Encoding").containsEntry("ETag", TAG);
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(raw.body());
        }
    }

    private Reply document(String key, Map<String, String> headers) {
        return documents.document(key, headers::get);
    }
}
