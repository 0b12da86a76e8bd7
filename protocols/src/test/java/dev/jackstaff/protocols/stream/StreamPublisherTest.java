package dev.jackstaff.protocols.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // in the container's place
class StreamPublisherTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final StreamPublisher streams = new StreamPublisher();

    @BeforeEach
    void start() {
        streams.environments = environments;
        streams.maxSubscribers = 2;
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void allWhomItConcernsAreToldOfAChange() throws IOException {
        NumberedStream one = listening(new FakeConnection());
        NumberedStream other = listening(new FakeConnection());

        environments.serve(EnvironmentFixtures.demoAt(1));

        await().untilAsserted(() -> {
            assertThat(one.count()).isPositive();
            assertThat(other.count()).isPositive();
        });
    }

    @Test
    void aStreamThatFailsIsDroppedAndTheOthersGoOn() throws IOException {
        listening(new FakeConnection()).failing = true;
        NumberedStream other = listening(new FakeConnection());

        environments.serve(EnvironmentFixtures.demoAt(1));
        await().untilAsserted(() -> assertThat(streams.subscriberCount()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(other.count()).isPositive());
        int before = other.count();

        environments.serve(EnvironmentFixtures.demoAt(2));

        await().untilAsserted(() -> assertThat(other.count()).isGreaterThan(before));
    }

    @Test
    void whoseKeyCountsNoLongerIsDroppedThoughNothingChanges() throws IOException {
        listening(new FakeConnection()).admitted = false;

        await().untilAsserted(() -> assertThat(streams.subscriberCount()).isZero());
    }

    @Test
    void theRoomIsBoundedAndComesBack() throws IOException {
        listening(new FakeConnection());
        NumberedStream second = listening(new FakeConnection());
        assertThat(streams.hasCapacity()).isFalse();

        second.admitted = false;

        await().untilAsserted(() -> assertThat(streams.hasCapacity()).isTrue());
    }

    @Test
    void drainingEndsAllAndAtOnceWhoComesThen() throws IOException {
        FakeConnection before = new FakeConnection();
        listening(before);

        streams.drain();
        FakeConnection after = new FakeConnection();
        listening(after);

        assertThat(before.completions()).isEqualTo(1);
        assertThat(after.completions()).isEqualTo(1);
        assertThat(streams.subscriberCount()).isZero();
        assertThat(streams.hasCapacity()).isFalse();
    }

    /** A connected client whose connection accepts bytes. */
    private NumberedStream listening(FakeConnection connection) throws IOException {
        NumberedStream stream = new NumberedStream();
        streams.subscribe(connection.request(), stream);
        return stream;
    }
}
