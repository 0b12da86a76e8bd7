package dev.jackstaff.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** The example of FIPS 180-4. */
    @Test
    void isThatOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void ofPartsIsThatOfTheWhole() {
        byte[] first = "a".getBytes(StandardCharsets.UTF_8);
        byte[] rest = "bc".getBytes(StandardCharsets.UTF_8);
        assertThat(Sha256.of(first, rest)).isEqualTo(Sha256.of("abc"));
    }
}
