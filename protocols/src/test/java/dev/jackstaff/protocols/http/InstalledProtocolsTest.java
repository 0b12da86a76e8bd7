package dev.jackstaff.protocols.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstalledProtocolsTest {
    @Test
    void everyProtocolHasALabelOfItsOwn() {
        assertThat(InstalledProtocols.all())
                .extracting(Protocol::label)
                .containsExactly("fluxgate", "flexflag", "cache-aside", "ofrep", "unleash", "flagsmith", "sync");
    }

    @Test
    void noPathPrefixBeginsWithAnother() {
        List<String> prefixes = InstalledProtocols.all().stream()
                .flatMap(protocol -> protocol.pathPrefixes().stream())
                .toList();

        assertThat(prefixes)
                .allSatisfy(prefix ->
                        assertThat(prefixes).filteredOn(prefix::startsWith).containsExactly(prefix));
    }

    @Test
    void noResourceAndNoServletPathIsMountedTwice() {
        assertThat(InstalledProtocols.resources(Protocol::edgeRoutes)).doesNotHaveDuplicates();
        assertThat(InstalledProtocols.resources(Protocol::hubRoutes)).doesNotHaveDuplicates();
        assertThat(InstalledProtocols.servlets(Protocol::edgeRoutes).flatMap(route -> route.patterns().stream()))
                .doesNotHaveDuplicates();
    }

    static Stream<Arguments> owners() {
        return Stream.of(
                argumentSet("a prefix itself", "/api/frontend", "unleash"),
                argumentSet("a path below a prefix", "/api/frontend/all", "unleash"),
                argumentSet("a prefix without its last slash", "/cache", "cache-aside"),
                argumentSet("a longer word", "/api/frontends", null),
                argumentSet("a path of nobody", "/nobody", null));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void aPathBelongsToTheProtocolWhosePrefixItHas(String path, @Nullable String owner) {
        Optional<String> found = InstalledProtocols.all().stream()
                .filter(protocol -> protocol.owns(path))
                .map(Protocol::label)
                .findFirst();

        assertThat(found).isEqualTo(Optional.ofNullable(owner));
    }
}
