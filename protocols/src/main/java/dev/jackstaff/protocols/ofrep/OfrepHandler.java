package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The handler of OFREP requests. A flag that is off is answered with its off variant, or, if it has none, without a
 * value, so that the client's own default applies.
 */
@Dependent
public class OfrepHandler {
    private static final int TAG_BYTES = 18;
    private static final int MAX_REVISION_DIGITS = 18;

    private final EnvironmentAccess environments;
    private final UsageCounter usage;
    private final RevisionWait revisions;

    @Inject
    OfrepHandler(EnvironmentAccess environments, UsageCounter usage, RevisionWait revisions) {
        this.environments = environments;
        this.usage = usage;
        this.revisions = revisions;
    }

    /** A handler whose requests wait by themselves. */
    public OfrepHandler(EnvironmentAccess environments, UsageCounter usage) {
        this(environments, usage, new RevisionWait());
    }

    /**
     * The evaluation of one flag.
     *
     * @param caller the caller of the request
     * @param body reads the request's document, UTF-8, possibly empty; not called for a caller without access
     */
    public Reply evaluate(String flagKey, Caller caller, Supplier<byte[]> body) {
        return environments
                .access(caller.key())
                .match(granted -> evaluate(granted, flagKey, caller, body), new OfrepRefusals(flagKey));
    }

    private Reply evaluate(Access.Granted granted, String flagKey, Caller caller, Supplier<byte[]> body) {
        try {
            Evaluation evaluation =
                    evaluateVisible(granted, flagKey, OfrepRequest.context(body.get(), caller), caller.sdk());
            ServedEnvironment environment = granted.environment();
            byte[] document = OfrepDocuments.single(environment.flags(), evaluation);
            return withRevision(Reply.of(status(evaluation), document), environment);
        } catch (OfrepRequest.InvalidRequestException refused) {
            return withRevision(
                    failure(Reply.BAD_REQUEST, flagKey, refused.code(), refused.details()), granted.environment());
        }
    }

    /**
     * The evaluations of all flags that the key may see. They are not counted, because it is unknown which of them the
     * client uses.
     *
     * @param body reads the request's document, UTF-8, possibly empty; not called for a caller without access
     * @param ifNoneMatch the tags of what the client already has; null if it has nothing
     * @param announced the tag from a stream's event, which requires that revision or a newer one, and has the request
     *     wait for it a moment; null if there was none
     */
    public Reply evaluateAll(
            Caller caller, Supplier<byte[]> body, @Nullable String ifNoneMatch, @Nullable String announced) {
        return environments
                .access(caller.key())
                .match(
                        granted -> announced != null
                                        && revision(announced)
                                                > granted.environment().revision()
                                ? evaluateAllOnceArrived(caller, body, ifNoneMatch, revision(announced))
                                : evaluateAll(granted, caller, body, ifNoneMatch),
                        OfrepRefusals.NO_FLAG);
    }

    private Reply evaluateAllOnceArrived(
            Caller caller, Supplier<byte[]> body, @Nullable String ifNoneMatch, long announced) {
        return revisions
                .await(() -> environments.access(caller.key()), announced)
                .match(
                        granted -> granted.environment().revision() < announced
                                ? tooEarly(granted)
                                : evaluateAll(granted, caller, body, ifNoneMatch),
                        OfrepRefusals.NO_FLAG);
    }

    private static Reply tooEarly(Access.Granted granted) {
        return withRevision(
                OfrepRefusals.NO_FLAG.notReady("the announced revision has not arrived yet"), granted.environment());
    }

    private static Reply evaluateAll(
            Access.Granted granted, Caller caller, Supplier<byte[]> body, @Nullable String ifNoneMatch) {
        ServedEnvironment environment = granted.environment();
        try {
            List<Evaluation> evaluations = granted.evaluateAll(OfrepRequest.context(body.get(), caller));
            evaluations.replaceAll(evaluation -> withoutDetails(granted, evaluation));
            byte[] document = OfrepDocuments.bulk(granted, evaluations);
            String tag = tag(environment, granted, document);
            Reply reply = EntityTags.matches(ifNoneMatch, tag)
                    ? Reply.empty(Reply.NOT_MODIFIED)
                    : Reply.of(Reply.OK, document);
            return withRevision(reply, environment).with("ETag", tag);
        } catch (OfrepRequest.InvalidRequestException refused) {
            return withRevision(failure(Reply.BAD_REQUEST, null, refused.code(), refused.details()), environment);
        }
    }

    /** The revision that a stream's tag names; 0 if it is no such tag. */
    private static long revision(String tag) {
        String digits = tag.replace("\"", "");
        boolean named = !digits.isEmpty()
                && digits.length() <= MAX_REVISION_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return named ? Long.parseLong(digits) : 0;
    }

    /** An error response in OFREP's form, for requests that reach no handler. */
    public static Reply failure(int status, String details) {
        return failure(status, null, ErrorCode.GENERAL, details);
    }

    static Reply failure(int status, @Nullable String flagKey, ErrorCode code, String details) {
        return Reply.of(status, OfrepDocuments.failure(flagKey, code, details));
    }

    private Evaluation evaluateVisible(Access.Granted granted, String flagKey, EvaluationContext context, String sdk) {
        Evaluation evaluation = granted.evaluate(flagKey, context);
        usage.countEvaluation(granted.environment(), evaluation, sdk);
        return withoutDetails(granted, evaluation);
    }

    /** A copy without metadata for keys other than server keys: the details name rules, segments and other flags. */
    private static Evaluation withoutDetails(Access.Granted granted, Evaluation evaluation) {
        return granted.seesServerOnlyFlags() || evaluation.errorCode() != null
                ? evaluation
                : evaluation.withoutMetadata();
    }

    private static int status(Evaluation evaluation) {
        if (evaluation.errorCode() == null) {
            return Reply.OK;
        }
        return evaluation.errorCode() == ErrorCode.FLAG_NOT_FOUND ? Reply.NOT_FOUND : Reply.BAD_REQUEST;
    }

    private static Reply withRevision(Reply reply, ServedEnvironment environment) {
        return reply.with(HeaderNames.REVISION, Long.toString(environment.revision()));
    }

    /**
     * The entity tag of the response document, which thereby depends on configuration, context, credential and, for
     * rules that use it, the time.
     */
    private static String tag(ServedEnvironment environment, Access.Granted granted, byte[] document) {
        String scope = environment.snapshot().key() + ' ' + environment.revision() + ' ' + granted.kind();
        byte[] hash = Sha256.of(scope.getBytes(StandardCharsets.UTF_8), document);
        return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, TAG_BYTES)) + '"';
    }
}
