package dev.jackstaff.protocols.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.sync.SyncState.EnvironmentState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncStateTest {
    private static final EnvironmentState PRODUCTION =
            new EnvironmentState("demo/production", new SnapshotHead("one", 12), Duration.ofMillis(300));
    private static final EnvironmentState STAGING =
            new EnvironmentState("demo/staging", new SnapshotHead("two", 3), null);

    @Test
    void whatIsWrittenIsRead() {
        SyncState state = new SyncState(true, true, List.of(PRODUCTION, STAGING));

        assertThat(text(state.document()))
                .isEqualTo("{\"complete\":true,\"ready\":true,\"environments\":["
                        + "{\"key\":\"demo/production\",\"id\":\"one\",\"revision\":12,\"age\":0.300},"
                        + "{\"key\":\"demo/staging\",\"id\":\"two\",\"revision\":3}]}");
        assertThat(SyncState.read(state.document())).isEqualTo(state);
        assertThat(SyncState.readAges(state.ages())).isEqualTo(Map.of("demo/production", Duration.ofMillis(300)));
    }

    @Test
    void theTagIsOfEverythingButTheAges() {
        SyncState state = new SyncState(true, true, List.of(PRODUCTION));
        String tag = state.tag();

        assertThat(state.withAges(Map.of("demo/production", Duration.ofHours(1)))
                        .tag())
                .isEqualTo(tag);
        assertThat(new SyncState(false, true, List.of(PRODUCTION)).tag()).isNotEqualTo(tag);
        assertThat(new SyncState(true, true, List.of(PRODUCTION, STAGING)).tag())
                .isNotEqualTo(tag);
        assertThat(with(new SnapshotHead("one", 13)).tag()).isNotEqualTo(tag);
        assertThat(with(new SnapshotHead("another", 12)).tag()).isNotEqualTo(tag);
    }

    @Test
    void whereOneAgeIsNotKnownTheGreatestIsNeither() {
        EnvironmentState older = new EnvironmentState("demo/old", new SnapshotHead("three", 1), Duration.ofSeconds(90));

        assertThat(new SyncState(true, true, List.of(PRODUCTION, older)).greatestAge())
                .contains(Duration.ofSeconds(90));
        assertThat(new SyncState(true, true, List.of(PRODUCTION, STAGING)).greatestAge())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"environments\":{}}",
                "{\"environments\":[{\"key\":\"a/b\"}]}",
                "{\"environments\":[{\"key\":\"a/b\",\"id\":\"x\",\"revision\":1,\"age\":-1}]}",
                "{\"environments\":[{\"key\":\"a/b\",\"id\":\"x\",\"revision\":1,\"age\":1e300}]}",
                "{\"environments\":[{\"key\":\"a/b\",\"id\":\"x\",\"revision\":1,\"age\":\"old\"}]}"
            })
    void whatIsNoStateIsRefused(String document) {
        assertThatThrownBy(() -> SyncState.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() {
        byte[] later = ("{\"region\":\"north\",\"complete\":true,\"environments\":"
                        + "[{\"key\":\"a/b\",\"id\":\"x\",\"revision\":1,\"flags\":[1,2]}]}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(SyncState.read(later).environments())
                .containsExactly(new EnvironmentState("a/b", new SnapshotHead("x", 1), null));
    }

    private static SyncState with(SnapshotHead head) {
        return new SyncState(true, true, List.of(new EnvironmentState("demo/production", head, null)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
