package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The change streams of an Unleash server, one for each polled document. */
final class ChangeStreams implements ChangeFeed {
    private final ChangeStreamClient.StreamOpener opener;
    private final UpstreamErrors errors;
    private final Queue<ChangeStreamClient> streams = new ConcurrentLinkedQueue<>();

    ChangeStreams(ChangeStreamClient.StreamOpener opener, UpstreamErrors errors) {
        this.opener = opener;
        this.errors = errors;
    }

    @Override
    public void follow(PolledDocument document, Supplier<Optional<UnleashToken>> token, Runnable onChange) {
        streams.removeIf(ChangeStreamClient::ended);
        streams.add(new ChangeStreamClient(opener, document, token, onChange, errors).start());
    }

    @Override
    public void stop() {
        streams.forEach(ChangeStreamClient::stop);
    }
}
