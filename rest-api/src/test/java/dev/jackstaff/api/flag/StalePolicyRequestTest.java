package dev.jackstaff.api.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StalePolicy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StalePolicyRequestTest {
    @Test
    void whatIsLeftOutStaysAsItIs() {
        assertThat(apply("{}")).isEqualTo(StalePolicy.DEFAULT);
        assertThat(apply("{\"usageDays\":9}")).isEqualTo(StalePolicy.DEFAULT.withUsageDays(9));
        assertThat(apply("{\"lifetimes\":[{\"kind\":\"kill-switch\",\"days\":90}]}"))
                .isEqualTo(StalePolicy.DEFAULT.withLifetimes(Map.of(FlagKind.KILL_SWITCH, 90)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lifetimes\":[{\"kind\":\"nothing\",\"days\":1}]} | lifetimes[0].kind",
                "{\"lifetimes\":[{\"kind\":\"release\"}]}            | lifetimes[0].days",
                "{\"lifetimes\":[{\"days\":1}]}                      | lifetimes[0].kind",
                "{\"lifetimes\":[null]}                              | lifetimes[0]",
                "{\"lifetimes\":[{\"kind\":\"release\",\"days\":1},{\"kind\":\"release\",\"days\":2}]} | lifetimes[1].kind",
                "{\"lifetimes\":[{\"kind\":\"release\",\"days\":-1}]}   | lifetimes.release",
                "{\"lifetimes\":[{\"kind\":\"release\",\"days\":3651}]} | lifetimes.release",
                "{\"usageDays\":0}                                   | usageDays",
                "{\"usageDays\":366}                                 | usageDays"
            })
    void whatCannotBeIsRefusedUnderItsName(String body, String field) {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> apply(body))
                .satisfies(refused ->
                        assertThat(refused.violations().get(0).field()).isEqualTo(field));
    }

    private static StalePolicy apply(String body) {
        return JsonBody.read(body.getBytes(StandardCharsets.UTF_8), StalePolicyRequest.class)
                .applyTo(StalePolicy.DEFAULT);
    }
}
