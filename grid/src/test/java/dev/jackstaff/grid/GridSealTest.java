package dev.jackstaff.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridSealTest {
    private static final String OLD = "an old secret of the installation";
    private static final String NEW = "a new secret of the same installation";
    private static final byte[] VALUE = "a snapshot with hashes of keys".getBytes(StandardCharsets.UTF_8);

    private final GridSeal seal = GridSeal.of(OLD);

    @Test
    void whatIsSealedIsUnsealed() {
        assertThat(seal.unseal("map", "key", seal.seal("map", "key", VALUE))).contains(VALUE);
        assertThat(GridSeal.of(OLD).unseal("map", "key", seal.seal("map", "key", new byte[0])))
                .contains(new byte[0]);
    }

    @Test
    void theValueCannotBeReadAndTheSameValueLooksDifferentEachTime() {
        byte[] once = seal.seal("map", "key", VALUE);

        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("snapshot");
        assertThat(seal.seal("map", "key", VALUE)).isNotEqualTo(once);
    }

    @Test
    void aValueOfAnotherEntryIsRefused() {
        byte[] sealed = seal.seal("map", "alpha/production", VALUE);

        assertThat(seal.unseal("map", "beta/production", sealed)).isEmpty();
        assertThat(seal.unseal("other", "alpha/production", sealed)).isEmpty();
    }

    @Test
    void everyAlteredByteIsNoticed() {
        byte[] sealed = seal.seal("map", "key", VALUE);

        for (int i = 0; i < sealed.length; i++) {
            sealed[i] ^= 1;
            assertThat(seal.unseal("map", "key", sealed)).as("byte %d", i).isEmpty();
            sealed[i] ^= 1;
        }
    }

    @Test
    void whatIsNoSealedValueIsRefused() {
        assertThat(seal.unseal("map", "key", null)).isEmpty();
        assertThat(seal.unseal("map", "key", URI.create("urn:forged"))).isEmpty();
        assertThat(seal.unseal("map", "key", true)).isEmpty();
        assertThat(seal.unseal("map", "key", VALUE)).isEmpty();
        for (int length = 0; length < 64; length++) {
            assertThat(seal.unseal("map", "key", new byte[length])).isEmpty();
        }
    }

    @Test
    void aSecretIsReplacedInThreeSteps() {
        GridSeal both = GridSeal.of(OLD + ", " + NEW);
        GridSeal turned = GridSeal.of(NEW + "," + OLD);
        GridSeal last = GridSeal.of(NEW);

        assertThat(seal.unseal("m", "k", both.seal("m", "k", VALUE))).contains(VALUE);
        assertThat(both.unseal("m", "k", turned.seal("m", "k", VALUE))).contains(VALUE);
        assertThat(turned.unseal("m", "k", both.seal("m", "k", VALUE))).contains(VALUE);
        assertThat(turned.unseal("m", "k", last.seal("m", "k", VALUE))).contains(VALUE);
        assertThat(last.unseal("m", "k", seal.seal("m", "k", VALUE))).isEmpty();
        assertThat(seal.unseal("m", "k", last.seal("m", "k", VALUE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "too short",
                "a secret that is of a good length,short",
                "1234567890123456789012345678901"
            })
    void aSecretThatIsMissingOrShortIsRefusedAndNotShown(String secrets) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GridSeal.of(secrets))
                .withMessageContaining("secret of the data grid")
                .withMessageNotContaining("1234567890")
                .withMessageNotContaining("good length");
    }
}
