package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.GzipCoding;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;

/**
 * One revision as the frontend API shows it: what client keys may see, sorted by name. A response is assembled from
 * pieces that were written before, and its tag from their fingerprints. Thread-safe.
 */
final class TogglesView {
    private static final byte[] HEAD = "{\"toggles\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

    private static final byte[] NOTHING = {};

    /** The minimum size of compressed responses: a shorter one fits in one packet anyway. */
    private static final int MIN_COMPRESSED_BYTES = 1_000;

    private final EntityTagBuilder.Fingerprint scope;
    private final String revision;
    private final ToggleView[] toggles;
    private final Map<String, ToggleView> byName = new HashMap<>();
    /** The compressed responses by their tags: many clients get the same one. */
    private final BoundedCache<String, byte[]> compressed = new BoundedCache<>();

    private TogglesView(ServedEnvironment environment) {
        this.scope = EntityTagBuilder.Fingerprint.of(environment.snapshot().key() + " toggles");
        this.revision = Long.toString(environment.revision());
        Set<String> recorded = environment.document(FeaturesDocument.DIALECT).isPresent()
                ? FeaturesView.of(environment).featuresWithImpressionData()
                : Set.of();
        this.toggles = environment.flags().flags().stream()
                .filter(flag -> Access.isVisible(flag, Credential.Kind.CLIENT))
                .sorted(Comparator.comparing(Flag::key))
                .map(flag -> new ToggleView(flag, recorded.contains(flag.key())))
                .toArray(ToggleView[]::new);
        for (ToggleView toggle : toggles) {
            byName.put(toggle.name(), toggle);
        }
    }

    static TogglesView of(ServedEnvironment environment) {
        return environment.view(TogglesView.class, TogglesView::new);
    }

    /** The toggles that are on for a context. */
    Reply enabled(EvaluationContext context, Negotiation wanted) {
        ToggleView.WrittenToggle[] answers = new ToggleView.WrittenToggle[toggles.length];
        int count = 0;
        for (ToggleView toggle : toggles) {
            ToggleView.WrittenToggle answer = toggle.answer(context);
            if (answer.enabled()) {
                answers[count++] = answer;
            }
        }
        return reply(answers, count, wanted);
    }

    /** All toggles, as evaluated for a context. */
    Reply all(EvaluationContext context, Negotiation wanted) {
        ToggleView.WrittenToggle[] answers = new ToggleView.WrittenToggle[toggles.length];
        for (int i = 0; i < toggles.length; i++) {
            answers[i] = toggles[i].answer(context);
        }
        return reply(answers, answers.length, wanted);
    }

    Reply one(String name, EvaluationContext context) throws RefusedRequestException {
        ToggleView toggle = byName.get(name);
        if (toggle == null) {
            throw new RefusedRequestException(UnleashAccess.noSuchFeature());
        }
        return new Reply(
                Reply.OK,
                Map.of(HeaderNames.REVISION, revision),
                toggle.answer(context).json());
    }

    private Reply reply(ToggleView.WrittenToggle[] answers, int count, Negotiation wanted) {
        EntityTagBuilder gathered = new EntityTagBuilder(scope);
        int length = HEAD.length + TAIL.length + Math.max(0, count - 1);
        for (int i = 0; i < count; i++) {
            gathered.add(answers[i].fingerprint());
            length += answers[i].json().length;
        }
        String tag = gathered.build();
        boolean worthPacking = length >= MIN_COMPRESSED_BYTES;
        if (wanted.hasTag(tag)) {
            String compressedTag = EntityTags.compressed(tag);
            boolean hasCompressed = worthPacking && EntityTags.contains(wanted.ifNoneMatch(), compressedTag);
            return answer(Reply.NOT_MODIFIED, hasCompressed ? compressedTag : tag, NOTHING);
        }
        return worthPacking && wanted.acceptsGzip()
                ? compressedReply(tag, answers, count, length)
                : answer(Reply.OK, tag, document(answers, count, length));
    }

    private Reply compressedReply(String tag, ToggleView.WrittenToggle[] answers, int count, int length) {
        byte[] body =
                compressed.get(tag, same -> GzipCoding.compress(document(answers, count, length), Deflater.BEST_SPEED));
        return answer(Reply.OK, EntityTags.compressed(tag), body).with("Content-Encoding", "gzip");
    }

    private Reply answer(int status, String tag, byte[] body) {
        return new Reply(status, Map.of("ETag", tag, HeaderNames.REVISION, revision), body);
    }

    private static byte[] document(ToggleView.WrittenToggle[] answers, int count, int length) {
        byte[] document = new byte[length];
        int end = append(document, 0, HEAD);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                document[end++] = ',';
            }
            end = append(document, end, answers[i].json());
        }
        append(document, end, TAIL);
        return document;
    }

    private static int append(byte[] document, int end, byte[] part) {
        System.arraycopy(part, 0, document, end, part.length);
        return end + part.length;
    }
}
