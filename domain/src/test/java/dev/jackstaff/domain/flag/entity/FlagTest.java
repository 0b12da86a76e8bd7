package dev.jackstaff.domain.flag.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final Project PROJECT = new Project(new ProjectKey("shop"), NOW);

    private final Flag flag =
            new Flag(PROJECT, new FlagKey("checkout"), ValueType.BOOLEAN, content("Checkout", true)).createdAt(NOW);

    @Test
    void theSameContentHasNoEffect() {
        assertThat(flag.update(content("Checkout", true), LATER)).isEqualTo(Flag.Effect.NONE);
        assertThat(flag.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void aNameIsADetailThatNoEdgeCanTell() {
        assertThat(flag.update(content("New checkout", true), LATER)).isEqualTo(Flag.Effect.DETAILS);
        assertThat(flag.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void aValueIsAnotherAnswer() {
        assertThat(flag.update(content("Checkout", false), LATER)).isEqualTo(Flag.Effect.ANSWERS);
    }

    @Test
    void anArchivedFlagChangesNoMoreUntilItIsTakenBack() {
        flag.archive(NOW);

        assertThatThrownBy(() -> flag.archive(LATER)).isInstanceOf(DomainException.Conflict.class);
        assertThatThrownBy(() -> flag.update(content("New", true), LATER)).isInstanceOf(DomainException.Conflict.class);
        flag.unarchive(LATER);

        assertThat(flag.update(content("New", true), LATER)).isEqualTo(Flag.Effect.DETAILS);
    }

    @Test
    void onlyAnArchivedFlagIsTakenBack() {
        assertThatThrownBy(() -> flag.unarchive(NOW)).isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void aStateDecidedAsItWasIsUnchanged() {
        Environment production = new Environment(PROJECT, new EnvironmentKey("production"), NOW);
        FlagState state = new FlagState(flag, production, NOW);

        assertThat(state.update(state.settings().withEnabled(false), LATER)).isFalse();
        assertThat(state.updatedAt()).isEqualTo(NOW);
        assertThat(state.update(state.settings().withEnabled(true), LATER)).isTrue();
        assertThat(state.settings().enabled()).isTrue();
    }

    private static FlagContent content(String name, boolean value) {
        return new FlagContent(
                name,
                "",
                FlagKind.RELEASE,
                "",
                List.of(),
                false,
                List.of(new FlagVariant("only", Value.of(value), "")),
                List.of(),
                FlagTraits.NONE);
    }
}
