package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Pbkdf2Sha512Test {
    static Stream<Arguments> passwords() {
        return Stream.of(
                argumentSet("a word", "correct horse", 16, 1_000),
                argumentSet("one iteration", "correct horse", 16, 1),
                argumentSet("two iterations, another salt", "pässwörd €", 8, 2),
                argumentSet("an emoji", "\uD83D\uDD11\uD83D\uDD11", 1, 3),
                argumentSet("as long as a block", "x".repeat(128), 16, 7),
                argumentSet("longer than a block", "x".repeat(129), 16, 7),
                argumentSet("as long as passwords may be", "ab".repeat(500), 100, 7));
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void agreesWithTheJdk(String password, int saltBytes, int iterations) throws Exception {
        byte[] salt = new byte[saltBytes];
        salt[saltBytes - 1] = (byte) 0x91;
        byte[] expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 512))
                .getEncoded();

        byte[] derived = Pbkdf2Sha512.derive(password.getBytes(StandardCharsets.UTF_8), salt, iterations);

        assertThat(derived).isEqualTo(expected);
    }

    @Test
    void agreesWithAPublishedVector() {
        byte[] derived = Pbkdf2Sha512.derive(
                "password".getBytes(StandardCharsets.UTF_8), "salt".getBytes(StandardCharsets.UTF_8), 1);

        assertThat(HexFormat.of().formatHex(derived))
                .isEqualTo("867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
                        + "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce");
    }

    @Test
    void refusesASaltThatDoesNotFit() {
        assertThatThrownBy(() -> Pbkdf2Sha512.derive(new byte[0], new byte[200], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
