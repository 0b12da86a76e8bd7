package dev.jackstaff.protocols.cacheaside;

import dev.jackstaff.protocols.cacheaside.AnswerCache.CacheKey;
import dev.jackstaff.protocols.cacheaside.AnswerCache.CachedAnswer;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are cached for each environment, and how often they were found. An answer is cached for as long as the
 * service caches it, but never beyond the revision it was made from; {@code _cache} tells whether it came from the cache.
 */
final class CachedAnswers {
    private final CacheStatistics statistics;
    private final Clock clock;

    CachedAnswers(CacheStatistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** The cached answer to a question; null if there is none. */
    @Nullable
    CachedAnswer find(Access.Granted granted, CacheKey question) {
        CachedAnswer kept = cacheOf(granted).get(question, clock.instant());
        if (kept != null) {
            counters(granted).hits().increment();
        }
        return kept;
    }

    /** The answer to this request; the copy that is cached for later ones says that it was cached. */
    byte[] make(
            Access.Granted granted,
            CacheKey question,
            UsageCounter.@Nullable CounterKey counted,
            JsonBytes.JsonContent writing) {
        counters(granted).misses().increment();
        cacheOf(granted).put(question, withCacheMark(writing, "hit"), counted, clock.instant());
        return withCacheMark(writing, "miss");
    }

    private static byte[] withCacheMark(JsonBytes.JsonContent writing, String mark) {
        return JsonBytes.object(generator -> {
            writing.writeTo(generator);
            generator.writeStringField("_cache", mark);
        });
    }

    /** Removes the answers about a flag; returns how many there were. */
    int invalidate(Access.Granted granted, String flag) {
        int forgotten = cacheOf(granted).invalidate(flag);
        counters(granted).invalidations().increment();
        return forgotten;
    }

    /** The number of cached answers, the cache hits, and the revision the answers are of. */
    byte[] statistics(Access.Granted granted) {
        CacheStatistics.Counters counted = counters(granted);
        long hits = counted.hits().sum();
        long total = hits + counted.misses().sum();
        ServedEnvironment environment = granted.environment();
        NearCache.Statistics near = statistics.nearCacheStatistics();
        return JsonBytes.object(generator -> {
            generator.writeNumberField("hits", hits);
            generator.writeNumberField("misses", total - hits);
            generator.writeNumberField("total_requests", total);
            generator.writeNumberField("hit_rate", total == 0 ? 0.0 : (double) hits / total);
            generator.writeNumberField("keys", cacheOf(granted).size());
            generator.writeNumberField("max_keys", AnswerCache.MAX_ENTRIES);
            generator.writeNumberField("invalidations", counted.invalidations().sum());
            generator.writeNumberField("revision", environment.revision());
            generator.writeStringField(
                    "last_updated", environment.snapshot().changedAt().toString());
            generator.writeObjectFieldStart("near_cache");
            generator.writeNumberField("entries", near.entries());
            generator.writeNumberField("hits", near.hits());
            generator.writeNumberField("misses", near.misses());
            generator.writeNumberField("invalidations", near.invalidations());
            generator.writeEndObject();
        });
    }

    private static AnswerCache cacheOf(Access.Granted granted) {
        return granted.environment().view(AnswerCache.class, AnswerCache::of);
    }

    private CacheStatistics.Counters counters(Access.Granted granted) {
        return statistics.of(granted.environment().snapshot().key());
    }
}
