package dev.jackstaff.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HubApplicationTest {
    @Test
    void everyResourceOfOurOwnRefusesUnknownParameters() {
        Set<Class<?>> lenient = new HubApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .filter(type -> type.isAnnotationPresent(RequiresAuthentication.class))
                        .filter(type -> !type.isAnnotationPresent(StrictQuery.class))
                        .collect(Collectors.toSet());

        assertThat(lenient).isNotEmpty().allSatisfy(type -> assertThat(type.getPackageName())
                .matches("dev\\.jackstaff\\.api\\.(flexflag|cacheaside)"));
    }

    @Test
    void everyResourceOfTheApiAsksWhoCallsButThoseThatTellOrLookAtKeysThemselves() {
        Set<String> open = new HubApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .filter(type -> type.getAnnotation(Path.class).value().startsWith("/api/v1"))
                        .filter(type -> !type.isAnnotationPresent(RequiresAuthentication.class))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet());

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "AuthResource",
                        "RegistrationResource",
                        "FlexflagResource",
                        "EdgeServersResource",
                        "SyncResource",
                        "UsageResource",
                        "StatusResource");
    }
}
