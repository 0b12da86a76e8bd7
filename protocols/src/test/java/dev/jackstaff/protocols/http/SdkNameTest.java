package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SdkNameTest {
    static Stream<Arguments> requests() {
        String browser = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36";
        return Stream.of(
                argumentSet("Unleash", Map.of("Unleash-SDK", "unleash-java-sdk:12.2.3"), "unleash-java-sdk/12.2.3"),
                argumentSet(
                        "Unleash for Node", Map.of("Unleash-SDK", "unleash-node-sdk@6.6.0"), "unleash-node-sdk/6.6.0"),
                argumentSet(
                        "Flagsmith in a browser",
                        Map.of("Flagsmith-SDK-User-Agent", "flagsmith-js-sdk/12.1.0", "User-Agent", browser),
                        "flagsmith-js-sdk/12.1.0"),
                argumentSet("its own header first", Map.of("Unleash-SDK", "a:1", "User-Agent", "my-shop"), "a/1"),
                argumentSet(
                        "a user agent", Map.of("User-Agent", "flagsmith-java-sdk/8.1.0"), "flagsmith-java-sdk/8.1.0"),
                argumentSet(
                        "the first product",
                        Map.of("User-Agent", "python-requests/2.32 extra/1"),
                        "python-requests/2.32"),
                argumentSet("a later colon stays", Map.of("User-Agent", "sdk/1.0:beta@2"), "sdk/1.0:beta@2"),
                argumentSet("no version", Map.of("User-Agent", "node"), "node"),
                argumentSet("a scope stays", Map.of("Unleash-SDK", "@scope/sdk"), "@scope/sdk"),
                argumentSet("a browser is no SDK", Map.of("User-Agent", browser), ""),
                argumentSet("nothing", Map.of(), ""),
                argumentSet("empty", Map.of("Unleash-SDK", ""), ""),
                argumentSet("what is not printable ends it", Map.of("User-Agent", "sdk\u009b/1"), "sdk"),
                argumentSet("too long", Map.of("User-Agent", "s".repeat(5_000)), "s".repeat(SdkName.MAX_LENGTH)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isWhatTheRequestSaysOfIt(Map<String, String> headers, String sdk) {
        assertThat(SdkName.in(headers::get)).isEqualTo(sdk);
    }
}
