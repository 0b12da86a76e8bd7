package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;

/**
 * One revision as the frontend API shows it: what client keys may see, sorted by name. An answer is put together from pieces
 * that were written before, and its tag from their fingerprints. Safe for threads.
 */
final class TogglesView {
    private static final byte[] HEAD = "{\"toggles\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

    private static final byte[] NOTHING = {};

    /** From how many bytes on an answer is compressed: a shorter one fits in a packet as it is. */
    private static final int WORTH_PACKING = 1_024;

    private final Tag.Fingerprint scope;
    private final String revision;
    private final Toggle[] toggles;
    private final Map<String, Toggle> byName = new HashMap<>();
    /** Compressed answers by their tags: many clients are answered alike. */
    private final Kept<String, byte[]> packed = new Kept<>();

    private TogglesView(ServedEnvironment environment) {
        this.scope = Tag.Fingerprint.of(environment.snapshot().key() + " toggles");
        this.revision = Long.toString(environment.revision());
        Set<String> recorded = environment.document(FeaturesDocument.DIALECT).isPresent()
                ? FeaturesView.of(environment).recorded()
                : Set.of();
        this.toggles = environment.flags().flags().stream()
                .filter(flag -> !flag.serverOnly())
                .sorted(Comparator.comparing(Flag::key))
                .map(flag -> new Toggle(flag, recorded.contains(flag.key())))
                .toArray(Toggle[]::new);
        for (Toggle toggle : toggles) {
            byName.put(toggle.name(), toggle);
        }
    }

    static TogglesView of(ServedEnvironment environment) {
        return environment.view(TogglesView.class, TogglesView::new);
    }

    /** The toggles that are on for a context. */
    Reply enabled(EvaluationContext context, Wanted wanted) {
        Toggle.Answer[] answers = new Toggle.Answer[toggles.length];
        int count = 0;
        for (Toggle toggle : toggles) {
            Toggle.Answer answer = toggle.answer(context);
            if (answer.enabled()) {
                answers[count++] = answer;
            }
        }
        return reply(answers, count, wanted);
    }

    /** All toggles, as they are for a context. */
    Reply all(EvaluationContext context, Wanted wanted) {
        Toggle.Answer[] answers = new Toggle.Answer[toggles.length];
        for (int i = 0; i < toggles.length; i++) {
            answers[i] = toggles[i].answer(context);
        }
        return reply(answers, answers.length, wanted);
    }

    Reply one(String name, EvaluationContext context) throws Refused {
        Toggle toggle = byName.get(name);
        if (toggle == null) {
            throw new Refused(Gate.noSuchFeature());
        }
        return new Reply(
                Reply.OK,
                Map.of("Cache-Control", "no-cache", "Vary", "Authorization", Representation.REVISION, revision),
                toggle.answer(context).json());
    }

    private Reply reply(Toggle.Answer[] answers, int count, Wanted wanted) {
        Tag gathered = new Tag(scope);
        int length = HEAD.length + TAIL.length + Math.max(0, count - 1);
        for (int i = 0; i < count; i++) {
            gathered.with(answers[i].fingerprint());
            length += answers[i].json().length;
        }
        String tag = gathered.quoted();
        if (wanted.has(tag)) {
            return answer(Reply.NOT_MODIFIED, tag, NOTHING);
        }
        boolean worthPacking = length >= WORTH_PACKING;
        if (worthPacking && wanted.mayHave(Representation.GZIP_END) && wanted.has(Representation.gzipTag(tag))) {
            return answer(Reply.NOT_MODIFIED, Representation.gzipTag(tag), NOTHING);
        }
        return worthPacking && wanted.gzip()
                ? packed(tag, answers, count, length)
                : answer(Reply.OK, tag, document(answers, count, length));
    }

    private Reply packed(String tag, Toggle.Answer[] answers, int count, int length) {
        byte[] body = packed.get(
                tag, same -> Representation.compressed(document(answers, count, length), Deflater.BEST_SPEED));
        return answer(Reply.OK, Representation.gzipTag(tag), body).with("Content-Encoding", "gzip");
    }

    private Reply answer(int status, String tag, byte[] body) {
        return new Reply(
                status,
                Map.of(
                        "ETag",
                        tag,
                        "Cache-Control",
                        "no-cache",
                        "Vary",
                        "Accept-Encoding, Authorization",
                        Representation.REVISION,
                        revision),
                body);
    }

    private static byte[] document(Toggle.Answer[] answers, int count, int length) {
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
