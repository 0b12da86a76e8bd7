package dev.jackstaff.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.project.ProjectKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RequestFieldsTest {
    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> RequestFields.required("email", null)).hasMessage("email: is required");
    }

    @Test
    void nullInAListIsNamedByItsPlace() {
        assertThatThrownBy(() -> RequestFields.list("tags", Arrays.asList("a", null)))
                .hasMessage("tags[1]: is required");
    }

    @Test
    void refusedKeyIsNamedByItsMember() {
        assertThatThrownBy(() -> RequestFields.parse("project", "a b", ProjectKey::new))
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessageStartingWith("project: a key must be");
    }

    @Test
    void unknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> RequestFields.parseLabel("role", "x", Role.LABELS))
                .hasMessage("role: must be one of none, viewer, editor, admin");
    }

    @Test
    void keySentAgainMayNotDiffer() {
        RequestFields.requireUnchanged("key", null, new ProjectKey("demo"));
        RequestFields.requireUnchanged("key", "demo", new ProjectKey("demo"));

        assertThatThrownBy(() -> RequestFields.requireUnchanged("key", "other", new ProjectKey("demo")))
                .hasMessage("key: cannot be changed; it is \"demo\"");
    }

    @Test
    void textsThatPostgresqlRefusesAreNotStorable() {
        assertThat(StorableText.isStorable("äöü \uD83D\uDE00")).isTrue();
        assertThat(StorableText.isStorable("a\0b")).isFalse();
        assertThat(StorableText.isStorable("\uD83D")).isFalse();
    }
}
