package dev.jackstaff.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.Test;

class StrictQueryFilterTest {
    private static final Set<String> KNOWN = Set.of("limit", "project");

    @Test
    void knownParametersPass() {
        assertThatCode(() -> StrictQueryFilter.check(Map.of("limit", List.of("1"), "project", List.of("a")), KNOWN))
                .doesNotThrowAnyException();
    }

    @Test
    void unknownParametersAreRefusedAllAtOnce() {
        Map<String, List<String>> given = Map.of("actor", List.of("a"), "sort", List.of(""), "limit", List.of("1"));

        assertThatThrownBy(() -> StrictQueryFilter.check(given, KNOWN))
                .isInstanceOfSatisfying(DomainException.Invalid.class, invalid -> assertThat(invalid.violations())
                        .extracting(violation -> violation.field())
                        .containsExactlyInAnyOrder("actor", "sort"));
    }

    @Test
    void aParameterIsGivenOnce() {
        assertThatThrownBy(() -> StrictQueryFilter.check(Map.of("limit", List.of("1", "2")), KNOWN))
                .hasMessage("limit: is given more than once");
    }

    @Test
    void aRouteWithoutParametersSaysSo() {
        assertThatThrownBy(() -> StrictQueryFilter.check(Map.of("limit", List.of("1")), Set.of()))
                .hasMessage("limit: is not a known parameter; there is none here");
    }

    @Test
    void theParametersAreThoseThatAMethodDeclares() {
        assertThat(StrictQueryFilter.parametersOf(method("declared"))).containsExactly("project");
        assertThat(StrictQueryFilter.parametersOf(method("described"))).containsExactly("from", "to");
        assertThat(StrictQueryFilter.parametersOf(method("none"))).isEmpty();
    }

    @Test
    void aMethodWithAParameterForItChecksIfMatchItself() {
        assertThat(PreconditionFilter.checksItself(method("declared"))).isTrue();
        assertThat(PreconditionFilter.checksItself(method("none"))).isFalse();
    }

    private static Method method(String name) {
        return Arrays.stream(Routes.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private static final class Routes {
        void declared(@QueryParam("project") String project, @HeaderParam("If-Match") String ifMatch) {}

        @Parameter(name = "from", in = ParameterIn.QUERY)
        @Parameter(name = "to", in = ParameterIn.QUERY)
        @Parameter(name = "flag", in = ParameterIn.PATH)
        void described(String body) {}

        void none(@HeaderParam("X-Other") String other) {}
    }
}
