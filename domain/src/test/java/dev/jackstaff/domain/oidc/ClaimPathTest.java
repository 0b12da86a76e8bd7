package dev.jackstaff.domain.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {
    private static final Map<String, Object> CLAIMS = Map.of(
            "groups", List.of("a"),
            "none", List.of(),
            "one", "b",
            "number", 1,
            "mixed", List.of("a", 1),
            "realm_access", Map.of("roles", List.of("c")),
            "resource_access", Map.of("my.client", Map.of("roles", List.of("d")), "my", Map.of("x", 1)),
            "https://example.org/groups", List.of("e"));

    static Stream<Arguments> paths() {
        return Stream.of(
                argumentSet("a claim", "groups", new GroupClaims(true, List.of("a"))),
                argumentSet("an empty list", "none", new GroupClaims(true, List.of())),
                argumentSet("one text", "one", new GroupClaims(true, List.of("b"))),
                argumentSet("nested", "realm_access.roles", new GroupClaims(true, List.of("c"))),
                argumentSet(
                        "a name with a dot", "resource_access.my.client.roles", new GroupClaims(true, List.of("d"))),
                argumentSet("an address", "https://example.org/groups", new GroupClaims(true, List.of("e"))),
                argumentSet("absent", "roles", GroupClaims.ABSENT),
                argumentSet("absent below", "realm_access.groups", GroupClaims.ABSENT),
                argumentSet("below a list", "groups.roles", GroupClaims.ABSENT),
                argumentSet("an object", "realm_access", GroupClaims.ABSENT),
                argumentSet("a number", "number", GroupClaims.ABSENT),
                argumentSet("not only texts", "mixed", GroupClaims.ABSENT));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void groupsAreFoundByTheirPath(String path, GroupClaims groups) {
        assertThat(GroupClaims.of(new ClaimPath(path).find(CLAIMS))).isEqualTo(groups);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "a.", ".a", "a..b"})
    void whatNamesNothingIsRefused(String path) {
        assertThatThrownBy(() -> new ClaimPath(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBlankTextIsNoGroup() {
        assertThat(GroupClaims.of(" ")).isEqualTo(new GroupClaims(true, List.of()));
    }
}
