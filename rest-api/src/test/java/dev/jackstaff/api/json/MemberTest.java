package dev.jackstaff.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.project.ProjectKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberTest {
    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Member.required("email", null)).hasMessage("email: this must be there");
    }

    @Test
    void nullInAListIsNamedByItsPlace() {
        assertThatThrownBy(() -> Member.list("tags", Arrays.asList("a", null)))
                .hasMessage("tags[1]: this must be there");
    }

    @Test
    void refusedKeyIsNamedByItsMember() {
        assertThatThrownBy(() -> Member.parsed("project", "a b", ProjectKey::new))
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessageStartingWith("project: a key is");
    }

    @Test
    void unknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Member.named("kind", "x", name -> Optional.empty(), List.of("a", "b")))
                .hasMessage("kind: one of a, b expected");
    }

    @Test
    void keySentAgainMayNotDiffer() {
        Member.unchanged("key", null, new ProjectKey("demo"));
        Member.unchanged("key", "demo", new ProjectKey("demo"));

        assertThatThrownBy(() -> Member.unchanged("key", "other", new ProjectKey("demo")))
                .hasMessage("key: this cannot be changed; it is \"demo\"");
    }

    @Test
    void textsThatPostgresqlRefusesAreNotStorable() {
        assertThat(Texts.storable("äöü \uD83D\uDE00")).isTrue();
        assertThat(Texts.storable("a\0b")).isFalse();
        assertThat(Texts.storable("\uD83D")).isFalse();
    }
}
