package dev.jackstaff.edge.settings;

import static dev.jackstaff.edge.settings.ReplacedProduct.EDGE_PROXY;
import static dev.jackstaff.edge.settings.ReplacedProduct.FLEXFLAG_EDGE;
import static dev.jackstaff.edge.settings.ReplacedProduct.NONE;
import static dev.jackstaff.edge.settings.ReplacedProduct.UNLEASH_EDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplacedProductTest {
    static Stream<Arguments> environments() {
        return Stream.of(
                argumentSet("nothing", NONE, Map.of()),
                argumentSet("Unleash Edge", UNLEASH_EDGE, Map.of("UPSTREAM_URL", "u")),
                argumentSet("Unleash Edge offline", UNLEASH_EDGE, Map.of("BOOTSTRAP_FILE", "f")),
                argumentSet("the Edge Proxy", EDGE_PROXY, Map.of("ENVIRONMENT_KEY_PAIRS", "ser.a:b")),
                argumentSet("FlexFlag's edge", FLEXFLAG_EDGE, Map.of("FLEXFLAG_EDGE_HUB_URL", "h")),
                argumentSet("our kind", NONE, Map.of("jackstaff.edge.upstream.kind", "unleash", "UPSTREAM_URL", "u")),
                argumentSet("our key", NONE, Map.of("jackstaff.edge.upstream.key", "k", "UPSTREAM_URL", "u")));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void anEdgeReplacesWhatItsSettingsAreOf(ReplacedProduct product, Map<String, String> settings) {
        assertThat(ReplacedProduct.of(EdgeSettings.of(settings))).isEqualTo(product);
    }
}
