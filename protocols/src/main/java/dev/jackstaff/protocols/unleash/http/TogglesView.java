package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.protocols.EntityTags;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ServedEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One revision as the frontend API shows it: what client keys may see, sorted by name. Safe for threads. */
final class TogglesView {
    private static final byte[] HEAD = "{\"toggles\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

    private final String scope;
    private final List<Toggle> toggles;
    private final Map<String, Toggle> byName = new HashMap<>();

    private TogglesView(ServedEnvironment environment) {
        this.scope = environment.snapshot().key() + ' ' + environment.revision() + " toggles";
        this.toggles = environment.flags().flags().stream()
                .filter(flag -> !flag.serverOnly())
                .sorted(Comparator.comparing(Flag::key))
                .map(Toggle::new)
                .toList();
        toggles.forEach(toggle -> byName.put(toggle.name(), toggle));
    }

    static TogglesView of(ServedEnvironment environment) {
        return environment.view(TogglesView.class, TogglesView::new);
    }

    /** What a context gets: all toggles, or those only that are on. */
    Reply answer(EvaluationContext context, boolean all, @Nullable String ifNoneMatch) {
        List<Toggle.Answer> answers = new ArrayList<>(toggles.size());
        for (Toggle toggle : toggles) {
            Toggle.Answer answer = toggle.answer(context);
            if (all || answer.enabled()) {
                answers.add(answer);
            }
        }
        Tag tag = new Tag(scope);
        answers.forEach(answer -> tag.with(answer.hash()));
        return reply(tag.quoted(), ifNoneMatch, answers);
    }

    Optional<byte[]> answer(String name, EvaluationContext context) {
        return Optional.ofNullable(byName.get(name))
                .map(toggle -> toggle.answer(context).json());
    }

    private static Reply reply(String tag, @Nullable String ifNoneMatch, List<Toggle.Answer> answers) {
        Reply reply = EntityTags.match(ifNoneMatch, tag)
                ? Reply.empty(Reply.NOT_MODIFIED)
                : Reply.of(Reply.OK, document(answers));
        return reply.with("ETag", tag).with("Cache-Control", "no-cache").with("Vary", "Authorization");
    }

    private static byte[] document(List<Toggle.Answer> answers) {
        int length = HEAD.length + TAIL.length + Math.max(0, answers.size() - 1);
        for (Toggle.Answer answer : answers) {
            length += answer.json().length;
        }
        byte[] document = new byte[length];
        int end = append(document, 0, HEAD);
        for (int i = 0; i < answers.size(); i++) {
            if (i > 0) {
                document[end++] = ',';
            }
            end = append(document, end, answers.get(i).json());
        }
        append(document, end, TAIL);
        return document;
    }

    private static int append(byte[] document, int end, byte[] part) {
        System.arraycopy(part, 0, document, end, part.length);
        return end + part.length;
    }
}
