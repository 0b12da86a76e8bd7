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
class StreamsTest {
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
        Told one = listening(new Connection());
        Told other = listening(new Connection());

        environments.serve(EnvironmentFixtures.demoAt(1));

        await().untilAsserted(() -> {
            assertThat(one.count()).isPositive();
            assertThat(other.count()).isPositive();
        });
    }

    @Test
    void aStreamThatFailsIsDroppedAndTheOthersGoOn() throws IOException {
        listening(new Connection()).failing = true;
        Told other = listening(new Connection());

        environments.serve(EnvironmentFixtures.demoAt(1));
        await().untilAsserted(() -> assertThat(streams.subscriberCount()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(other.count()).isPositive());
        int before = other.count();

        environments.serve(EnvironmentFixtures.demoAt(2));

        await().untilAsserted(() -> assertThat(other.count()).isGreaterThan(before));
    }

    @Test
    void whoseKeyCountsNoLongerIsDroppedThoughNothingChanges() throws IOException {
        listening(new Connection()).admitted = false;

        await().untilAsserted(() -> assertThat(streams.subscriberCount()).isZero());
    }

    @Test
    void theRoomIsBoundedAndComesBack() throws IOException {
        listening(new Connection());
        Told second = listening(new Connection());
        assertThat(streams.hasCapacity()).isFalse();

        second.admitted = false;

        await().untilAsserted(() -> assertThat(streams.hasCapacity()).isTrue());
    }

    @Test
    void drainingEndsAllAndAtOnceWhoComesThen() throws IOException {
        Connection before = new Connection();
        listening(before);

        streams.drain();
        Connection after = new Connection();
        listening(after);

        assertThat(before.completions()).isEqualTo(1);
        assertThat(after.completions()).isEqualTo(1);
        assertThat(streams.subscriberCount()).isZero();
        assertThat(streams.hasCapacity()).isFalse();
    }

    /** A client that is connected; the container says that it takes bytes. */
    private Told listening(Connection connection) throws IOException {
        Told stream = new Told();
        streams.subscribe(connection.request(), stream);
        return stream;
    }
}
