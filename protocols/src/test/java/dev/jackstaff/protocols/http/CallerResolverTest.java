package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallerResolverTest {
    private static final String PEER = "10.0.0.9";
    private static final Map<String, String> NOBODY = Map.of();
    private static final Map<String, String> EVERYBODY = Map.of(ProtocolSetting.PROXIES_TRUST.property(), "true");
    private static final Map<String, String> OURS =
            Map.of(ProtocolSetting.PROXIES_TRUSTED.property(), "10.0.0.0/8, 192.0.2.7, 2001:db8::/32");

    static Stream<Arguments> ways() {
        return Stream.of(
                argumentSet("nobody is trusted", NOBODY, "X-Forwarded-For", "1.1.1.1", PEER),
                argumentSet("everybody is, and nobody forwards", EVERYBODY, "Accept", "1.1.1.1", PEER),
                argumentSet("the first of a list", EVERYBODY, "X-Forwarded-For", "1.1.1.1, 2.2.2.2", "1.1.1.1"),
                argumentSet(
                        "Unleash Edge's name", Map.of("TRUST_PROXY", "true"), "X-Forwarded-For", "1.1.1.1", "1.1.1.1"),
                argumentSet("behind our proxies", OURS, "X-Forwarded-For", "6.6.6.6, 1.1.1.1, 192.0.2.7", "1.1.1.1"),
                argumentSet("only our proxies", OURS, "X-Forwarded-For", "10.1.1.1, 192.0.2.7", "10.1.1.1"),
                argumentSet(
                        "a peer that is not ours",
                        Map.of("PROXY_TRUSTED_SERVERS", "192.0.2.7"),
                        "X-Forwarded-For",
                        "6.6.6.6",
                        PEER),
                argumentSet(
                        "the standard's header", OURS, "Forwarded", "proto=http;For=1.1.1.1;by=10.0.0.9", "1.1.1.1"),
                argumentSet("IPv6 with a port", OURS, "Forwarded", "for=\"[2001:db9::17]:4711\"", "2001:db9::17"),
                argumentSet("IPv4 with a port", OURS, "X-Forwarded-For", "1.1.1.1:8080", "1.1.1.1"),
                argumentSet("names in between", OURS, "Forwarded", "for=1.1.1.1, for=_hidden, for=unknown", "1.1.1.1"),
                argumentSet("nothing but commas", OURS, "X-Forwarded-For", ",,, ,", PEER),
                argumentSet("a bracket that does not end", OURS, "Forwarded", "for=[2001", PEER));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theAddressIsTheClientsAsFarAsProxiesAreBelieved(
            Map<String, String> settings, String header, String value, String address) {
        assertThat(of(settings, Map.of(header, value)).address()).isEqualTo(address);
    }

    @Test
    void whatTheHostKnowsReplacesWhatAClientSays() {
        Map<String, String> settings = Map.of(
                ProtocolSetting.CONTEXT.property(),
                "region=eu, tier = gold",
                ProtocolSetting.CONTEXT_HEADERS.property(),
                "X-Country=country,X-Tier=tier");

        EvaluationContext context = of(settings, Map.of("X-Country", "SE"))
                .addTo(EvaluationContext.builder().attribute("region", "us").attribute("userId", "7"))
                .build();

        assertThat(context.text("region")).isEqualTo("eu");
        assertThat(context.text("tier")).isEqualTo("gold");
        assertThat(context.text("country")).isEqualTo("SE");
        assertThat(context.text("userId")).isEqualTo("7");
        assertThat(context.text("remoteAddress")).isEqualTo(PEER);
    }

    @Test
    void anAddressThatTheClientGivesStands() {
        EvaluationContext context = of(NOBODY, Map.of())
                .addTo(EvaluationContext.builder().attribute("remoteAddress", "1.1.1.1"))
                .build();

        assertThat(context.text("remoteAddress")).isEqualTo("1.1.1.1");
    }

    @Test
    void unfitSettingsAreRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> of(Map.of(ProtocolSetting.PROXIES_TRUSTED.property(), "proxy.example.org"), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Map.of(ProtocolSetting.CONTEXT.property(), "region"), Map.of()));
    }

    private static Caller of(Map<String, String> settings, Map<String, String> headers) {
        return new CallerResolver(EdgeSettings.of(settings)).resolve(headers::get, PEER);
    }
}
