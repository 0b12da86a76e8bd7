package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamErrors.ErrorKind;
import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeStreamClientTest {
    private static final TokenScope SCOPE = TokenScope.of(List.of("*"), "production");
    private static final UnleashToken TOKEN = new UnleashToken("*:production.secret", Credential.Kind.SERVER, SCOPE);

    private final Queue<String> streams = new ArrayDeque<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final UpstreamErrors errors = new UpstreamErrors();
    private final PolledDocument document = new PolledDocument(SCOPE, Duration.ofSeconds(15));
    private Optional<UnleashToken> token = Optional.of(TOKEN);
    private int refusal = 503;
    private final ChangeStreamClient client =
            new ChangeStreamClient((used, silence) -> open(), document, () -> token, changes::incrementAndGet, errors);

    private UpstreamStream open() throws IOException {
        opened.incrementAndGet();
        String events = streams.poll();
        if (events == null) {
            throw new UnleashApiClient.UnexpectedStatusException("/api/client/streaming", refusal);
        }
        Queue<byte[]> chunks = new ArrayDeque<>(List.of(events.getBytes(StandardCharsets.UTF_8)));
        return new UpstreamStream(200, chunks::poll, closed::incrementAndGet);
    }

    @Test
    void eachNamedEventCausesAFetch() throws InterruptedException {
        streams.add(
                "event: unleash-connected\ndata: {}\n\nevent: unleash-updated\ndata: {}\n\n: comment\n\ndata: {}\n\n");

        assertThat(client.readStream()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));

        assertThat(changes).hasValue(2);
        assertThat(closed).hasValue(1);
        assertThat(errors.counts()).containsEntry(ErrorKind.STREAM, 1L);
    }

    @Test
    void failuresInARowAreRetriedLessOften() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            client.readStream();
        }
        assertThat(client.readStream()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));

        streams.add(": alive\n\n");
        assertThat(client.readStream()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 501})
    void aServerWithoutAStreamIsAskedRarely(int status) throws InterruptedException {
        refusal = status;

        assertThat(client.readStream()).isEqualTo(Duration.ofMinutes(5));
        assertThat(errors.counts()).containsEntry(ErrorKind.STREAM, 0L);
    }

    @Test
    void withoutATokenNothingIsOpened() throws InterruptedException {
        token = Optional.empty();

        assertThat(client.readStream()).isEqualTo(Duration.ofSeconds(1));
        assertThat(opened).hasValue(0);
    }

    @Test
    void aDocumentThatIsNotPolledAnyMoreEndsTheStream() throws InterruptedException {
        document.end();

        client.readStream();

        assertThat(opened).hasValue(0);
        assertThat(client.ended()).isTrue();
    }
}
