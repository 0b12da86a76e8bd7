package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentPollerTest implements DocumentPoller.Listener {
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final FakeUnleashServer server = new FakeUnleashServer();
    private final FakeTaskScheduler scheduler = new FakeTaskScheduler();
    private final TokenRegistry registry = new TokenRegistry();
    private final UpstreamErrors errors = new UpstreamErrors();
    private final List<PolledDocument> fetched = new ArrayList<>();
    private final List<UnleashToken> rejected = new ArrayList<>();
    private Runnable whileHandling = () -> {};
    private final DocumentPoller poller = new DocumentPoller(server, registry, scheduler, errors, INTERVAL, this);
    private PolledDocument document;

    @Override
    public void fetched(PolledDocument polled, UnleashToken token, Duration age) {
        fetched.add(polled);
        whileHandling.run();
    }

    @Override
    public void rejected(UnleashToken token, int status) {
        rejected.add(token);
    }

    @BeforeEach
    void aDocumentOfOneToken() {
        registry.add(server.backend("one", "sea"));
        document = registry.startDocuments(scope -> new PolledDocument(scope, INTERVAL))
                .get(0);
    }

    @Test
    void aDocumentIsFetchedAtOnceAndAtEachInterval() {
        poller.start(document);
        scheduler.advance(INTERVAL.multipliedBy(2));

        assertThat(server.fetches).hasSize(3);
        assertThat(fetched).hasSize(3).containsOnly(document);
        assertThat(document.hasDocument()).isTrue();
    }

    @Test
    void afterAFailureItIsFetchedSooner() {
        server.unreachable = true;
        poller.start(document);
        scheduler.runDue();
        assertThat(poller.isFailing()).isTrue();
        assertThat(errors.counts()).containsEntry(UpstreamErrors.ErrorKind.FETCH, 1L);

        server.unreachable = false;
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(fetched).hasSize(1);
        assertThat(poller.isFailing()).isFalse();
    }

    @Test
    void aBrokenDocumentIsFetchedAgainInFullAndTheLastGoodOneStays() {
        poller.start(document);
        scheduler.runDue();
        whileHandling = () -> {
            throw new IllegalStateException("of the test");
        };
        scheduler.advance(INTERVAL);
        assertThat(errors.counts()).containsEntry(UpstreamErrors.ErrorKind.DOCUMENT, 1L);

        assertThat(document.etag()).isNull();
        assertThat(document.hasDocument()).isTrue();
        assertThat(poller.isFailing()).isTrue();
    }

    @Test
    void eventsDuringAFetchCauseOneMoreFetchOnly() {
        poller.start(document);
        whileHandling = () -> {
            whileHandling = () -> {};
            poller.fetchSoon(document);
            poller.fetchSoon(document);
        };

        scheduler.runDue();

        assertThat(server.fetches).hasSize(2);
    }

    @Test
    void aRejectedTokenIsReported() {
        server.tokens.clear();

        poller.start(document);
        scheduler.runDue();

        assertThat(rejected).extracting(UnleashToken::secret).containsExactly("one");
        assertThat(fetched).isEmpty();
    }

    @Test
    void aDocumentThatNoTokenFetchesEnds() {
        poller.start(document);
        scheduler.runDue();

        registry.remove("one");
        scheduler.advance(INTERVAL.multipliedBy(3));

        assertThat(document.ended()).isTrue();
        assertThat(server.fetches).hasSize(1);
    }

    @Test
    void oneDocumentThatFailsIsNotHealedByAnother() {
        registry.add(server.backend("two", "land"));
        PolledDocument other = registry.startDocuments(scope -> new PolledDocument(scope, INTERVAL))
                .get(0);
        server.unansweredTokens.add("one");
        poller.start(document);
        poller.start(other);

        scheduler.advance(INTERVAL);

        assertThat(fetched).isNotEmpty().containsOnly(other);
        assertThat(document.isFailing()).isTrue();
        assertThat(other.isFailing()).isFalse();
        assertThat(poller.isFailing()).isTrue();

        server.unansweredTokens.clear();
        scheduler.advance(INTERVAL.multipliedBy(2));
        assertThat(poller.isFailing()).isFalse();
    }

    @Test
    void anErrorEndsNoPolling() {
        server.fetchBroken = true;
        poller.start(document);
        assertThatThrownBy(scheduler::runDue).isInstanceOf(LinkageError.class);

        server.fetchBroken = false;
        scheduler.advance(INTERVAL);

        assertThat(fetched).hasSize(1);
    }
}
