package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PresentedKeyTest {
    static Stream<Arguments> requests() {
        return Stream.of(
                argumentSet("nothing", null, Map.of(), null),
                argumentSet("raw", null, Map.of("Authorization", " key "), "key"),
                argumentSet("a bearer token", null, Map.of("Authorization", "bearer key"), "key"),
                argumentSet("FluxGate's and FlexFlag's", null, Map.of("X-API-Key", "key"), "key"),
                argumentSet("Flagsmith's", null, Map.of("X-Environment-Key", "key", "Authorization", "x"), "key"),
                argumentSet("a header of somebody's own", null, Map.of("X-Token", "key"), null),
                argumentSet("a header of our own", "X-Token", Map.of("X-Token", "key", "X-API-Key", "x"), "key"),
                argumentSet("a bearer token in it", "X-Token", Map.of("X-Token", "Bearer key"), "key"),
                argumentSet("nothing in it", "X-Token", Map.of("X-Token", " ", "Authorization", "key"), "key"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isFoundWhereverAProtocolHasIt(@Nullable String own, Map<String, String> headers, @Nullable String key) {
        assertThat(PresentedKey.in(headers::get, own)).isEqualTo(key);
    }
}
