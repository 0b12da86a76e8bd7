package dev.jackstaff.domain.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RefusalBudgetTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final RefusalBudget budget = new RefusalBudget();

    @Test
    void aFloodIsCountedAndNotRecorded() {
        for (int i = 0; i < RefusalBudget.BURST; i++) {
            assertThat(budget.admit(NOON)).isEqualTo(OptionalLong.of(0));
        }
        for (int i = 0; i < 7; i++) {
            assertThat(budget.admit(NOON)).isEmpty();
        }

        assertThat(budget.admit(NOON.plus(RefusalBudget.INTERVAL))).isEqualTo(OptionalLong.of(7));
        assertThat(budget.admit(NOON.plus(RefusalBudget.INTERVAL))).isEmpty();
    }

    @Test
    void aDayOfRefusalsIsOneInTenSeconds() {
        long recorded = 0;
        for (int second = 0; second < Duration.ofDays(1).toSeconds(); second++) {
            for (int i = 0; i < 3; i++) {
                recorded += budget.admit(NOON.plusSeconds(second)).isPresent() ? 1 : 0;
            }
        }

        assertThat(recorded).isBetween(8_640L, 8_640L + RefusalBudget.BURST);
    }
}
