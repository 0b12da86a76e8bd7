package dev.jackstaff.protocols.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServingStateTest {
    private static final ServingState STARTING = new ServingState.Starting();

    @Test
    void aHostThatKnowsNothingYetIsNotReady() {
        assertThat(STARTING.isReady(true)).isFalse();
        assertThat(STARTING.isComplete()).isFalse();
    }

    @Test
    void aRestoredHostIsReadyAndNotComplete() {
        ServingState restored = STARTING.restored();

        assertThat(restored.isReady(true)).isTrue();
        assertThat(restored.isReady(false)).isFalse();
        assertThat(restored.isComplete()).isFalse();
        assertThat(restored.restored()).isEqualTo(restored);
    }

    @Test
    void aHostThatLoadsOnDemandIsReadyWithoutAnEnvironment() {
        assertThat(STARTING.onDemand().isReady(false)).isTrue();
        assertThat(STARTING.restored().onDemand().isReady(false)).isTrue();
        assertThat(STARTING.onDemand().restored().isReady(false)).isTrue();
        assertThat(STARTING.onDemand().completed().isReady(false)).isTrue();
        assertThat(STARTING.completed().onDemand().isReady(false)).isTrue();
    }

    @Test
    void completeStaysComplete() {
        ServingState complete = STARTING.restored().completed();

        assertThat(complete.isComplete()).isTrue();
        assertThat(complete.isReady(false)).isFalse();
        assertThat(complete.isReady(true)).isTrue();
        assertThat(complete.restored()).isEqualTo(complete);
        assertThat(complete.completed()).isEqualTo(complete);
        assertThat(complete.onDemand().isComplete()).isTrue();
    }
}
