package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.environment.CarriedOverView;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.unleash.Delta;
import dev.jackstaff.protocols.unleash.DeltaEvent;
import dev.jackstaff.protocols.unleash.DeltaWriter;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision as clients of the delta API see it. Remembers the latest changes from the first request on; a client
 * that is further behind gets the full state. Thread-safe.
 */
final class DeltaView implements CarriedOverView<DeltaView> {
    private static final byte[] NOTHING = {};

    private final ServedEnvironment environment;
    private final FeaturesView features;
    private final ChangeHistory changes;
    private final BoundedCache<ClientState, Representation> deltas = new BoundedCache<>();
    private final BoundedCache<Message, byte[]> messages = new BoundedCache<>();
    private final Reply unchanged;

    private DeltaView(ServedEnvironment environment, FeaturesView features, ChangeHistory changes) {
        this.environment = environment;
        this.features = features;
        this.changes = changes;
        this.unchanged = Reply.empty(Reply.NOT_MODIFIED)
                .with("ETag", tag())
                .with(HeaderNames.REVISION, Long.toString(environment.revision()));
    }

    static DeltaView of(ServedEnvironment environment) {
        return environment.view(
                DeltaView.class,
                now -> new DeltaView(now, FeaturesView.of(now), ChangeHistory.startingAt(now.revision())));
    }

    /**
     * The state of a delta client: the revision it has and the prefix it follows.
     *
     * @param revision {@link #NONE} if it has no usable one
     * @param prefix of the features that it follows; empty for all
     */
    record ClientState(long revision, String prefix) {
        static final long NONE = -1;

        static ClientState of(long revision, @Nullable String prefix) {
            return new ClientState(revision, prefix == null ? "" : prefix);
        }
    }

    /** The key of a message to clients of the stream. */
    private record Message(String type, ClientState known) {}

    @Override
    public DeltaView carryOverTo(ServedEnvironment next) {
        FeaturesView nextFeatures = FeaturesView.of(next);
        boolean same =
                next.snapshot().environmentId().equals(environment.snapshot().environmentId())
                        && next.revision() > environment.revision();
        ChangeHistory nextChanges = same
                ? changes.append(features.document(), nextFeatures.document(), next.revision())
                : ChangeHistory.startingAt(next.revision());
        return new DeltaView(next, nextFeatures, nextChanges);
    }

    /** The changes that a client lacks; 304 if there are none. */
    Reply answer(ClientState known, Negotiation wanted) {
        Optional<List<DeltaEvent>> pending = changesFor(known);
        if (wanted.hasTag(tag()) || (pending.isPresent() && pending.get().isEmpty())) {
            String compressedTag = EntityTags.compressed(tag());
            return EntityTags.contains(wanted.ifNoneMatch(), compressedTag)
                    ? unchanged.with("ETag", compressedTag)
                    : unchanged;
        }
        return deltas.get(
                        usableState(known),
                        what -> Representation.tagged(DeltaWriter.write(delta(what)), tag(), environment.revision()))
                .answer(new Negotiation(wanted.acceptsGzip(), null));
    }

    /** The changes that a client of the stream lacks; no bytes if there are none. */
    byte[] message(ClientState known) {
        return changesFor(known).filter(List::isEmpty).isPresent() ? NOTHING : cachedMessage("unleash-updated", known);
    }

    /** The message to a client that has just connected; never empty. */
    byte[] initialMessage(ClientState known) {
        return cachedMessage("unleash-connected", known);
    }

    private byte[] cachedMessage(String type, ClientState known) {
        return messages.get(new Message(type, usableState(known)), this::written);
    }

    /** The message in the format of server-sent events; a delta contains no line breaks. */
    private byte[] written(Message message) {
        String data = new String(DeltaWriter.write(delta(message.known())), StandardCharsets.UTF_8);
        return ("event: " + message.type() + "\nid: " + environment.revision() + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The client's state, or an empty one if its revision is older than the remembered changes. */
    private ClientState usableState(ClientState known) {
        return changes.after(known.revision()).isPresent() ? known : new ClientState(ClientState.NONE, known.prefix());
    }

    private Optional<List<DeltaEvent>> changesFor(ClientState known) {
        return changes.after(known.revision()).map(events -> events.stream()
                .filter(event -> ChangeHistory.concerns(event, known.prefix()))
                .toList());
    }

    private Delta delta(ClientState known) {
        return changesFor(known)
                .map(Delta::new)
                .orElseGet(() -> ChangeHistory.hydration(document(known), environment.revision()));
    }

    private FeaturesDocument document(ClientState known) {
        return known.prefix().isEmpty() ? features.document() : features.withPrefix(known.prefix());
    }

    private String tag() {
        return "\"" + environment.revision() + "\"";
    }
}
