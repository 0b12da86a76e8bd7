package dev.jackstaff.protocols.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.protocols.EnvironmentFixtures;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ServedEnvironmentTest {
    private static final String KEY = "demo/production";
    private static final int LIMIT_SECONDS = 20;

    private final LiveEnvironments environments = new LiveEnvironments();
    private final AtomicInteger made = new AtomicInteger();

    private record Document(long revision) {}

    private record Another(long revision) {}

    @Test
    void aViewThatThePreviousRevisionHadIsThereBeforeTheNextIsServed() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        document(served());

        environments.serve(EnvironmentFixtures.demoAt(2));

        assertThat(made).hasValue(2);
        assertThat(document(served())).isEqualTo(new Document(2));
        assertThat(made).hasValue(2);
    }

    @Test
    void aViewThatNobodyAskedForIsNotMade() {
        environments.serve(EnvironmentFixtures.demoAt(1));

        environments.serve(EnvironmentFixtures.demoAt(2));

        assertThat(made).hasValue(0);
    }

    @Test
    void aViewThatNobodyAskedOfThePreviousRevisionIsNotMadeAgain() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        document(served());
        environments.serve(EnvironmentFixtures.demoAt(2));

        environments.serve(EnvironmentFixtures.demoAt(3));

        assertThat(made).hasValue(2);
        assertThat(document(served())).isEqualTo(new Document(3));
    }

    @Test
    void aViewThatCannotBeMadeHoldsNoRevisionUp() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        Function<ServedEnvironment, Document> making = now -> {
            if (now.revision() > 1) {
                throw new IllegalStateException("of the test");
            }
            return new Document(now.revision());
        };
        served().view(Document.class, making);

        assertThat(environments.serve(EnvironmentFixtures.demoAt(2))).isTrue();

        assertThatThrownBy(() -> served().view(Document.class, making)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whileAViewIsMadeWhoAsksForAnotherDoesNotWait() throws Exception {
        environments.serve(EnvironmentFixtures.demoAt(1));
        ServedEnvironment served = served();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Document> slow =
                CompletableFuture.supplyAsync(() -> served.view(Document.class, now -> slowly(now, begun, mayEnd)));
        begun.await();

        try {
            Another another = CompletableFuture.supplyAsync(
                            () -> served.view(Another.class, now -> new Another(now.revision())))
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);

            assertThat(another).isEqualTo(new Another(1));
            assertThat(slow).isNotDone();
        } finally {
            mayEnd.countDown();
        }
        assertThat(slow.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(new Document(1));
    }

    @Test
    void whoAsksForTheSameViewMeanwhileGetsTheSame() throws Exception {
        environments.serve(EnvironmentFixtures.demoAt(1));
        ServedEnvironment served = served();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Document> slow =
                CompletableFuture.supplyAsync(() -> served.view(Document.class, now -> slowly(now, begun, mayEnd)));
        begun.await();
        CompletableFuture<Document> second = CompletableFuture.supplyAsync(() -> document(served));

        mayEnd.countDown();

        assertThat(second.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isSameAs(slow.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertThat(made).hasValue(0);
    }

    private static Document slowly(ServedEnvironment now, CountDownLatch begun, CountDownLatch mayEnd) {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
        return new Document(now.revision());
    }

    private Document document(ServedEnvironment environment) {
        return environment.view(Document.class, now -> {
            made.incrementAndGet();
            return new Document(now.revision());
        });
    }

    private ServedEnvironment served() {
        return Objects.requireNonNull(environments.environment(KEY));
    }
}
