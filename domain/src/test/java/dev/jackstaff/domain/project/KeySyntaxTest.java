package dev.jackstaff.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.segment.SegmentKey;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySyntaxTest {
    private static final List<Function<String, Record>> KINDS =
            List.of(ProjectKey::new, EnvironmentKey::new, FlagKey::new, SegmentKey::new);

    @ParameterizedTest
    @ValueSource(strings = {"a", "new-checkout", "A.b_c~d-1", "...", "0"})
    void aKeyThatIsSafeInAUrlIsTaken(String text) {
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(text)).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "ä", "a\n", "a%2f", ".", "..", "a?", "\0"})
    void anyOtherIsRefused(String text) {
        assertThat(KINDS).allSatisfy(kind -> assertThatThrownBy(() -> kind.apply(text))
                .isInstanceOf(DomainException.Invalid.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1000})
    void aKeyOfMoreThanAHundredCharactersIsRefused(int length) {
        assertThatThrownBy(() -> new FlagKey("k".repeat(length))).isInstanceOf(DomainException.Invalid.class);
        assertThat(new FlagKey("k".repeat(100)).value()).hasSize(100);
    }
}
