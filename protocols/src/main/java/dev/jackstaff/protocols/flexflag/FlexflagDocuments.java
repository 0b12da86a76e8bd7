package dev.jackstaff.protocols.flexflag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The response documents of FlexFlag. Its hub, its edge and its SDKs use different names for the same thing; each
 * document has all the names, so that every client finds its own.
 */
final class FlexflagDocuments {
    private static final double NANOS_PER_MILLI = 1e6;

    private FlexflagDocuments() {}

    /**
     * The evaluation of one flag.
     *
     * @param nanos the time that it took
     */
    static byte[] single(FlexflagEvaluation answer, long nanos, Instant now) {
        return JsonBytes.object(generator -> {
            answer.write(generator);
            generator.writeNumberField("evaluation_time_ms", nanos / NANOS_PER_MILLI);
            generator.writeNumberField("evaluation_time", nanos / NANOS_PER_MILLI);
            writeSource(generator, now);
        });
    }

    /**
     * The evaluations of several flags.
     *
     * @param nanos the time that they took
     */
    static byte[] batch(List<FlexflagEvaluation> answers, long nanos, Instant now) {
        double millis = nanos / NANOS_PER_MILLI;
        return JsonBytes.object(generator -> {
            writeAnswers(generator, "evaluations", answers);
            writeAnswers(generator, "results", answers);
            generator.writeObjectFieldStart("flags");
            for (FlexflagEvaluation answer : answers) {
                if (answer.evaluation().errorCode() == null) {
                    generator.writeFieldName(answer.evaluation().flagKey());
                    generator.writeRawValue(answer.value());
                }
            }
            generator.writeEndObject();
            generator.writeNumberField("total_time_ms", millis);
            generator.writeNumberField("avg_time_per_flag_ms", answers.isEmpty() ? 0.0 : millis / answers.size());
            generator.writeNumberField("evaluation_time", millis);
            generator.writeNumberField("flags_evaluated", answers.size());
            writeSource(generator, now);
        });
    }

    private static void writeAnswers(JsonGenerator generator, String name, List<FlexflagEvaluation> answers)
            throws IOException {
        generator.writeObjectFieldStart(name);
        for (FlexflagEvaluation answer : answers) {
            generator.writeObjectFieldStart(answer.evaluation().flagKey());
            if (answer.evaluation().errorCode() == null) {
                answer.write(generator);
            } else {
                generator.writeStringField("error", errorMessage(answer));
            }
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }

    private static void writeSource(JsonGenerator generator, Instant now) throws IOException {
        generator.writeStringField("source", "edge-cache");
        generator.writeStringField("timestamp", now.toString());
        generator.writeStringField(
                "requestId", Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }

    static String errorMessage(FlexflagEvaluation answer) {
        return answer.evaluation().errorCode() == ErrorCode.FLAG_NOT_FOUND
                ? "flag not found"
                : answer.evaluation().errorDetails();
    }

    static byte[] unknownFlag() {
        return JsonBytes.object(generator -> {
            generator.writeStringField("error", "flag not found");
            generator.writeStringField("cache", "miss");
        });
    }

    static byte[] failure(String error) {
        return JsonBytes.object(generator -> generator.writeStringField("error", error));
    }

    /**
     * The cache statistics that a key may see.
     *
     * @param flags the number of flags that the key sees
     */
    static byte[] statistics(ServedEnvironment environment, long flags, FlexflagStatistics.HitCounter count) {
        long hits = count.hits();
        long misses = count.misses();
        long total = hits + misses;
        return JsonBytes.object(generator -> {
            generator.writeNumberField("flag_count", flags);
            generator.writeNumberField(
                    "api_key_count", environment.snapshot().credentials().size());
            generator.writeNumberField("hit_rate", total == 0 ? 0.0 : (double) hits / total);
            generator.writeNumberField("total_requests", total);
            generator.writeNumberField("cache_hits", hits);
            generator.writeNumberField("cache_misses", misses);
            generator.writeStringField(
                    "last_updated", environment.snapshot().changedAt().toString());
            generator.writeNumberField(
                    "uptime_seconds",
                    Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
                            .toSeconds());
        });
    }

    /**
     * The readiness document.
     *
     * @param complete whether every snapshot has arrived
     * @param last when everything was last known to be up to date
     */
    static byte[] readiness(boolean ready, boolean complete, int flags, Instant last) {
        return JsonBytes.object(generator -> {
            generator.writeBooleanField("ready", ready);
            generator.writeNumberField("cache_size", flags);
            generator.writeObjectFieldStart("sync_status");
            generator.writeBooleanField("connected", complete);
            generator.writeStringField("last_sync", last.toString());
            generator.writeEndObject();
        });
    }
}
