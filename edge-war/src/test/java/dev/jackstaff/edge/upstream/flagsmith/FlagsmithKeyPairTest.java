package dev.jackstaff.edge.upstream.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsmithKeyPairTest {
    @Test
    void pairsAreReadInEitherForm() {
        FlagsmithKeyPair first = new FlagsmithKeyPair("ser.a", "b");
        FlagsmithKeyPair second = new FlagsmithKeyPair("ser.c", "d");

        assertThat(FlagsmithKeyPair.parseList("ser.a:b, ser.c : d")).containsExactly(first, second);
        assertThat(
                        FlagsmithKeyPair.parseList(
                                """
                [{"server_side_key": " ser.a", "client_side_key": "b", "other": 1},
                 {"client_side_key": "d", "server_side_key": "ser.c"}]"""))
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " [{\"server_side_key\":\"ser.a\",\"client_side_key\":\"b\"}]\n",
                "'[{\"server_side_key\":\"ser.a\",\"client_side_key\":\"b\"}]'",
                "\"[{\"server_side_key\":\"ser.a\",\"client_side_key\":\"b\"}]\"",
                "\"ser.a:b\"",
                "ser.a:b,",
                "\"ser.a:b\", ,"
            })
    void whiteSpaceQuotesAndEmptyPairsMeanNothing(String text) {
        assertThat(FlagsmithKeyPair.parseList(text)).containsExactly(new FlagsmithKeyPair("ser.a", "b"));
    }

    @Test
    void anythingElseIsRefusedWithoutShowingAKey() {
        for (String text :
                new String[] {"ser.a", "a:b", "ser.a:ser.b", "ser.a:", "[{}]", "[1]", "[{\"server_side_key\":\"x\"}"}) {
            assertThatThrownBy(() -> FlagsmithKeyPair.parseList(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("ser.a");
        }
        assertThat(new FlagsmithKeyPair("ser.secret", "public")).hasToString("public");
    }
}
