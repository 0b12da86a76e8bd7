package dev.jackstaff.protocols.cacheaside;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.protocols.cacheaside.AnswerCache.CacheKey;
import dev.jackstaff.protocols.cacheaside.AnswerCache.CachedAnswer;
import dev.jackstaff.protocols.cacheaside.AnswerCache.Kind;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.environment.KeylessAccess;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The handler of the cache-aside service's requests, independent of JAX-RS and Servlet. */
@Dependent
public class CacheAsideHandler {
    private static final CacheAsideRefusals REFUSALS = new CacheAsideRefusals();

    private final EnvironmentAccess environments;
    private final KeylessAccess keyless;
    private final UsageCounter usage;
    private final CachedAnswers answers;

    @Inject
    public CacheAsideHandler(
            EnvironmentAccess environments, KeylessAccess keyless, CacheStatistics figures, UsageCounter usage) {
        this(environments, keyless, figures, usage, Clock.systemUTC());
    }

    CacheAsideHandler(
            EnvironmentAccess environments,
            KeylessAccess keyless,
            CacheStatistics figures,
            UsageCounter usage,
            Clock clock) {
        this.environments = environments;
        this.keyless = keyless;
        this.usage = usage;
        this.answers = new CachedAnswers(figures, clock);
    }

    /** An environment's flag definitions by key. */
    private record Definitions(Map<String, FlagDefinition> byKey) {
        static Definitions of(ServedEnvironment environment) {
            Map<String, FlagDefinition> byKey = new HashMap<>();
            environment.snapshotForListing().flags().forEach(flag -> byKey.put(flag.key(), flag));
            return new Definitions(Collections.unmodifiableMap(byKey));
        }
    }

    /**
     * Whether a user has a flag.
     *
     * @param user null if the client names no user
     * @param caller the caller of the request
     */
    public Reply check(String flag, @Nullable String user, Caller caller) {
        return evaluated(Kind.CHECK, flag, user, caller, (generator, granted, evaluation) -> {
            generator.writeBooleanField("enabled", evaluation.enabled());
        });
    }

    /** Whether a user has a flag, with the flag's data. */
    public Reply details(String flag, @Nullable String user, Caller caller) {
        return evaluated(Kind.DETAILS, flag, user, caller, (generator, granted, evaluation) -> {
            generator.writeStringField("flag_name", flag);
            generator.writeBooleanField("enabled", evaluation.enabled());
            generator.writeObjectFieldStart("flag_data");
            data(generator, granted, flag);
            generator.writeEndObject();
        });
    }

    /**
     * All flags that the key may see, in their order.
     *
     * @param key as the client presented it; null if it presented none
     */
    public Reply list(@Nullable String key) {
        return ifGranted(key, granted -> {
            CacheKey question = CacheKey.ofAll(granted.seesServerOnlyFlags());
            CachedAnswer kept = answers.find(granted, question);
            return Reply.of(
                    Reply.OK,
                    kept != null
                            ? kept.answer()
                            : answers.make(granted, question, null, generator -> {
                                generator.writeArrayFieldStart("flags");
                                for (var flag : granted.flags()) {
                                    generator.writeStartObject();
                                    generator.writeStringField("flag_name", flag.key());
                                    data(generator, granted, flag.key());
                                    generator.writeEndObject();
                                }
                                generator.writeEndArray();
                            }));
        });
    }

    /** Removes the cached answers about a flag; for server keys, since everybody can read a client key in a page. */
    public Reply invalidate(String flag, @Nullable String key) {
        return ifGranted(key, granted -> {
            if (!granted.seesServerOnlyFlags()) {
                return failure(Reply.FORBIDDEN, "a server key is required to invalidate answers; this is a client key");
            }
            if (granted.evaluate(flag, EvaluationContext.builder().build()).errorCode() == ErrorCode.FLAG_NOT_FOUND) {
                return failure(Reply.NOT_FOUND, "Flag not found");
            }
            int forgotten = answers.invalidate(granted, flag);
            return Reply.of(Reply.OK, JsonBytes.object(generator -> {
                generator.writeStringField("flag_name", flag);
                generator.writeStringField("message", "Cache invalidated");
                generator.writeNumberField("invalidated", forgotten);
            }));
        });
    }

    /** The number of cached answers, the cache hits, and the revision the answers are of. */
    public Reply statistics(@Nullable String key) {
        return ifGranted(key, granted -> Reply.of(Reply.OK, answers.statistics(granted)));
    }

    /** A writer of one evaluation's members. */
    @FunctionalInterface
    private interface EvaluationWriter {
        void writeTo(JsonGenerator generator, Access.Granted granted, Evaluation evaluation) throws IOException;
    }

    private Reply evaluated(Kind kind, String flag, @Nullable String user, Caller caller, EvaluationWriter telling) {
        return ifGranted(caller.key(), granted -> {
            CacheKey question = CacheKey.of(kind, flag, user, caller, granted.seesServerOnlyFlags());
            CachedAnswer kept = answers.find(granted, question);
            if (kept != null) {
                count(kept.counterKey(), caller.sdk());
                return Reply.of(Reply.OK, kept.answer());
            }
            Evaluation evaluation = granted.evaluate(flag, contextOf(user, caller));
            usage.countEvaluation(granted.environment(), evaluation, caller.sdk());
            if (evaluation.errorCode() != null) {
                return evaluation.errorCode() == ErrorCode.FLAG_NOT_FOUND
                        ? failure(Reply.NOT_FOUND, "Flag not found")
                        : failure(Reply.BAD_REQUEST, evaluation.errorDetails());
            }
            return Reply.of(
                    Reply.OK,
                    answers.make(
                            granted,
                            question,
                            UsageCounter.CounterKey.of(granted.environment(), evaluation, ""),
                            generator -> telling.writeTo(generator, granted, evaluation)));
        });
    }

    private static EvaluationContext contextOf(@Nullable String user, Caller caller) {
        return caller.addTo(EvaluationContext.builder()
                        .attribute(EvaluationContext.TARGETING_KEY, user)
                        .attribute("user_id", user))
                .build();
    }

    private static void data(JsonGenerator generator, Access.Granted granted, String flag) throws IOException {
        ServedEnvironment environment = granted.environment();
        FlagDefinition definition =
                environment.view(Definitions.class, Definitions::of).byKey().get(flag);
        if (definition != null) {
            new FlagDataWriter(definition)
                    .write(
                            generator,
                            environment.snapshot().project(),
                            environment.snapshot().environment());
        }
    }

    private void count(UsageCounter.@Nullable CounterKey counted, String sdk) {
        if (counted != null) {
            usage.add(counted.withSdk(sdk), 1);
        }
    }

    private Reply ifGranted(@Nullable String key, Function<Access.Granted, Reply> handler) {
        return keyless.access(environments, key)
                .match(
                        granted -> handler.apply(granted)
                                .with(
                                        HeaderNames.REVISION,
                                        Long.toString(granted.environment().revision())),
                        REFUSALS);
    }

    /** An error response in the service's form. */
    public static Reply failure(int status, String detail) {
        return Reply.of(status, JsonBytes.object(generator -> generator.writeStringField("detail", detail)));
    }
}
