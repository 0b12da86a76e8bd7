package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The handler of FlexFlag's evaluation requests. As in FlexFlag, the key alone determines project and environment,
 * whatever the request names.
 */
@Dependent
public class FlexflagHandler {
    private final EnvironmentAccess environments;
    private final FlexflagStatistics statistics;
    private final UsageCounter usage;
    private final Clock clock;
    private final LongSupplier nanoTime;

    @Inject
    public FlexflagHandler(EnvironmentAccess environments, FlexflagStatistics statistics, UsageCounter usage) {
        this(environments, statistics, usage, Clock.systemUTC(), System::nanoTime);
    }

    FlexflagHandler(
            EnvironmentAccess environments,
            FlexflagStatistics statistics,
            UsageCounter usage,
            Clock clock,
            LongSupplier nanoTime) {
        this.environments = environments;
        this.statistics = statistics;
        this.usage = usage;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** The value types of an environment's flags, by key. */
    private record Types(Map<String, ValueType> byFlag) {
        static Types of(ServedEnvironment environment) {
            Map<String, ValueType> byFlag = new HashMap<>();
            environment.snapshotForListing().flags().forEach(flag -> byFlag.put(flag.key(), flag.type()));
            return new Types(Collections.unmodifiableMap(byFlag));
        }
    }

    /**
     * The evaluation of one flag.
     *
     * @param caller the caller of the request
     * @param body the request's document, UTF-8
     */
    public Reply evaluate(Caller caller, byte[] body) {
        return answer(caller, body, this::evaluateOne);
    }

    /** The evaluations of the flags that a body names. */
    public Reply evaluateBatch(Caller caller, byte[] body) {
        return answer(caller, body, this::evaluateSeveral);
    }

    /** The size of the cache and its hit rate. */
    public Reply statistics(@Nullable String key) {
        return environments.access(key).match(this::statistics, new FlexflagRefusals(key));
    }

    private Reply statistics(Access.Granted granted) {
        ServedEnvironment environment = granted.environment();
        return Reply.of(
                Reply.OK,
                FlexflagDocuments.statistics(
                        environment,
                        granted.flags().size(),
                        statistics.of(environment.snapshot().key())));
    }

    /** An evaluation request with its access and its counters. */
    private record Question(
            Access.Granted granted, FlexflagRequest request, FlexflagStatistics.HitCounter count, UsageCounter usage) {
        FlexflagEvaluation answer(String flag, EvaluationContext context) {
            Evaluation evaluation = granted.evaluate(flag, context);
            boolean known = evaluation.errorCode() != ErrorCode.FLAG_NOT_FOUND;
            count.add(known);
            usage.countEvaluation(
                    granted.environment(), evaluation, request.caller().sdk());
            Types types = granted.environment().view(Types.class, Types::of);
            return new FlexflagEvaluation(
                    evaluation,
                    types.byFlag().get(flag),
                    granted.seesServerOnlyFlags() ? evaluation.metadata().get("rule") : null);
        }
    }

    private Reply answer(Caller caller, byte[] body, BiFunction<Question, Long, Reply> handler) {
        long startNanos = nanoTime.getAsLong();
        return environments
                .access(caller.key())
                .match(
                        granted -> answer(
                                granted,
                                () -> FlexflagRequest.parse(body, caller),
                                question -> handler.apply(question, startNanos)),
                        new FlexflagRefusals(caller.key()));
    }

    private Reply answer(Access.Granted granted, Supplier<FlexflagRequest> request, Function<Question, Reply> handler) {
        ServedEnvironment environment = granted.environment();
        try {
            FlexflagStatistics.HitCounter count =
                    statistics.of(environment.snapshot().key());
            return handler.apply(new Question(granted, request.get(), count, usage))
                    .with(HeaderNames.REVISION, Long.toString(environment.revision()));
        } catch (IllegalArgumentException invalid) {
            return failure(Reply.BAD_REQUEST, String.valueOf(invalid.getMessage()));
        }
    }

    private Reply evaluateOne(Question question, long startNanos) {
        FlexflagEvaluation answer =
                question.answer(question.request().flag(), question.request().context());
        ErrorCode error = answer.evaluation().errorCode();
        if (error == null) {
            return Reply.of(
                    Reply.OK, FlexflagDocuments.single(answer, nanoTime.getAsLong() - startNanos, clock.instant()));
        }
        return error == ErrorCode.FLAG_NOT_FOUND
                ? Reply.of(Reply.NOT_FOUND, FlexflagDocuments.unknownFlag())
                : failure(Reply.BAD_REQUEST, FlexflagDocuments.errorMessage(answer));
    }

    private Reply evaluateSeveral(Question question, long startNanos) {
        EvaluationContext context = question.request().context();
        List<FlexflagEvaluation> answers = question.request().flags().stream()
                .map(flag -> question.answer(flag, context))
                .toList();
        return Reply.of(Reply.OK, FlexflagDocuments.batch(answers, nanoTime.getAsLong() - startNanos, clock.instant()));
    }

    /** An error response in FlexFlag's form. */
    public static Reply failure(int status, String error) {
        return Reply.of(status, FlexflagDocuments.failure(error));
    }
}
