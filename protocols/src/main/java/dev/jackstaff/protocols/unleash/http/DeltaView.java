package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.Succeeding;
import dev.jackstaff.protocols.unleash.Delta;
import dev.jackstaff.protocols.unleash.DeltaEvent;
import dev.jackstaff.protocols.unleash.DeltaWriter;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision as clients see it that are told of changes only. Remembers the latest changes from the first question on;
 * whoever is behind them gets everything. Safe for threads.
 */
final class DeltaView implements Succeeding<DeltaView> {
    private static final byte[] NOTHING = {};

    private final ServedEnvironment environment;
    private final FeaturesView features;
    private final Changes changes;
    private final Kept<Known, Representation> deltas = new Kept<>();
    private final Kept<Message, byte[]> messages = new Kept<>();
    private final Reply unchanged;

    private DeltaView(ServedEnvironment environment, FeaturesView features, Changes changes) {
        this.environment = environment;
        this.features = features;
        this.changes = changes;
        this.unchanged = Reply.empty(Reply.NOT_MODIFIED)
                .with("ETag", tag())
                .with(Representation.REVISION, Long.toString(environment.revision()));
    }

    static DeltaView of(ServedEnvironment environment) {
        FeaturesView features = FeaturesView.of(environment);
        return environment.view(DeltaView.class, now -> new DeltaView(now, features, Changes.from(now.revision())));
    }

    /**
     * What a client has.
     *
     * @param revision {@link #NONE} where it has nothing that is of use
     * @param prefix of the features that it follows; empty for all
     */
    record Known(long revision, String prefix) {
        static final long NONE = -1;

        static Known of(long revision, @Nullable String prefix) {
            return new Known(revision, prefix == null ? "" : prefix);
        }
    }

    /** What a client of the stream is told. */
    private record Message(String type, Known known) {}

    @Override
    public DeltaView succeededBy(ServedEnvironment next) {
        FeaturesView nextFeatures = FeaturesView.of(next);
        boolean same =
                next.snapshot().environmentId().equals(environment.snapshot().environmentId())
                        && next.revision() > environment.revision();
        Changes nextChanges = same
                ? changes.and(features.document(), nextFeatures.document(), next.revision())
                : Changes.from(next.revision());
        return new DeltaView(next, nextFeatures, nextChanges);
    }

    /** What is news to a client; not modified where nothing is. */
    Reply answer(Known known, boolean gzip) {
        Optional<List<DeltaEvent>> news = news(known);
        if (news.isPresent() && news.get().isEmpty()) {
            return unchanged;
        }
        return deltas.get(
                        useful(known),
                        what -> Representation.numbered(DeltaWriter.write(delta(what)), tag(), environment.revision()))
                .answer(new Wanted(gzip, null));
    }

    /** What is news to a client of the stream; no bytes where nothing is. */
    byte[] message(Known known) {
        return news(known).filter(List::isEmpty).isPresent() ? NOTHING : kept("unleash-updated", known);
    }

    /** The same for one that has just connected, which always gets an answer. */
    byte[] opening(Known known) {
        return kept("unleash-connected", known);
    }

    private byte[] kept(String type, Known known) {
        return messages.get(new Message(type, useful(known)), this::written);
    }

    /** In the framing of server-sent events; a delta has no line ends. */
    private byte[] written(Message message) {
        String data = new String(DeltaWriter.write(delta(message.known())), StandardCharsets.UTF_8);
        return ("event: " + message.type() + "\nid: " + environment.revision() + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whoever is behind what is remembered has nothing that is of use. */
    private Known useful(Known known) {
        return changes.after(known.revision()).isPresent() ? known : new Known(Known.NONE, known.prefix());
    }

    private Optional<List<DeltaEvent>> news(Known known) {
        return changes.after(known.revision()).map(events -> events.stream()
                .filter(event -> Changes.concerns(event, known.prefix()))
                .toList());
    }

    private Delta delta(Known known) {
        return news(known).map(Delta::new).orElseGet(() -> Changes.hydration(document(known), environment.revision()));
    }

    private FeaturesDocument document(Known known) {
        return known.prefix().isEmpty() ? features.document() : features.part(known.prefix());
    }

    private String tag() {
        return "\"" + environment.revision() + "\"";
    }
}
