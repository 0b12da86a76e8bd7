package dev.jackstaff.protocols.cacheaside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.cacheaside.AnswerCache.CacheKey;
import dev.jackstaff.protocols.cacheaside.AnswerCache.Kind;
import dev.jackstaff.protocols.cacheaside.AnswerCache.Subject;
import dev.jackstaff.protocols.http.Caller;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] ANSWER = {};

    private final AnswerCache answers = new AnswerCache();

    @Test
    void anAnswerThatWasAskedForAgainIsForgottenAsOne() {
        keep("old", "ann");
        keep("old", "ben");
        newGeneration();
        assertThat(answers.get(question("old", "ann"), NOW)).isNotNull();

        assertThat(answers.invalidate("old")).isEqualTo(2);

        assertThat(answers.get(question("old", "ann"), NOW)).isNull();
        assertThat(answers.get(question("old", "ben"), NOW)).isNull();
    }

    @Test
    void whatIsForgottenWhileItIsAskedForIsNotKeptAnew() {
        HookedMap attributes = new HookedMap();
        CacheKey question = new CacheKey(Kind.CHECK, "old", new Subject("ann", attributes, null), true);
        answers.put(question, ANSWER, null, NOW);
        newGeneration();
        attributes.atThePut = () -> answers.invalidate("old");

        assertThat(answers.get(question, NOW)).isNotNull();

        attributes.atThePut = null;
        assertThat(answers.get(question, NOW)).isNull();
    }

    @Test
    void underPutsTheCountIsNeverWrong() {
        int each = 2_000;
        CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < each; i++) {
                keep("busy", "user" + i);
            }
        });
        int forgotten = 0;
        while (!putting.isDone()) {
            int now = answers.invalidate("busy");
            assertThat(now).isBetween(0, each);
            forgotten += now;
        }
        putting.join();
        forgotten += answers.invalidate("busy");

        assertThat(forgotten).isBetween(0, each);
        assertThat(answers.size()).isZero();
        keep("busy", "afterwards");
        assertThat(answers.invalidate("busy")).isEqualTo(1);
    }

    /** Fills the younger generation, so that it becomes the older one. */
    private void newGeneration() {
        for (int i = 0; i < AnswerCache.MAX_ENTRIES / 2; i++) {
            keep("filler", "user" + i);
        }
    }

    private void keep(String flag, String user) {
        answers.put(question(flag, user), ANSWER, null, NOW);
    }

    private static CacheKey question(String flag, String user) {
        return CacheKey.of(Kind.CHECK, flag, user, Caller.ofKey("key"), true);
    }

    /**
     * Attributes that run an action in the middle of a lookup: each of its steps computes their hash, and the third, the move
     * to the younger generation, runs the action.
     */
    private static final class HookedMap extends AbstractMap<String, String> {
        private final AtomicInteger hashes = new AtomicInteger();
        private @Nullable Runnable atThePut;

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Map.<String, String>of().entrySet();
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            Runnable action = atThePut;
            if (action != null && hashes.incrementAndGet() == 3) {
                action.run();
            }
            return 0;
        }
    }
}
