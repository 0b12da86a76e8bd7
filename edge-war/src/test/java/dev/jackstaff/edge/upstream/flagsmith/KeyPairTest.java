package dev.jackstaff.edge.upstream.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyPairTest {
    @Test
    void pairsAreReadInEitherForm() {
        KeyPair one = new KeyPair("ser.a", "b");
        KeyPair two = new KeyPair("ser.c", "d");

        assertThat(KeyPair.in("ser.a:b, ser.c : d")).containsExactly(one, two);
        assertThat(
                        KeyPair.in(
                                """
                [{"server_side_key": " ser.a", "client_side_key": "b", "other": 1},
                 {"client_side_key": "d", "server_side_key": "ser.c"}]"""))
                .containsExactly(one, two);
    }

    @Test
    void anythingElseIsRefusedWithoutShowingAKey() {
        for (String text :
                new String[] {"ser.a", "a:b", "ser.a:ser.b", "ser.a:", "[{}]", "[1]", "[{\"server_side_key\":\"x\"}"}) {
            assertThatThrownBy(() -> KeyPair.in(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("ser.a");
        }
        assertThat(new KeyPair("ser.secret", "public")).hasToString("public");
    }
}
