package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that others rely on are the recorded ones, and {@link SurfaceST} asks for every route. Needs no server. */
class SurfaceTest {
    @Test
    void everyDeclaredRouteIsAsked() {
        List<SurfaceRequest> hub = SurfaceRequest.readAll("hub.requests");
        List<SurfaceRequest> edge = SurfaceRequest.readAll("edge.requests");
        List<SurfaceRequest> all = new ArrayList<>(hub);
        all.addAll(edge);

        assertThat(DeclaredRoutes.in("rest-api")).hasSizeGreaterThan(50).allMatch(route -> hub.stream()
                .anyMatch(route::covers));
        assertThat(DeclaredRoutes.in("edge-war")).hasSizeGreaterThan(4).allMatch(route -> edge.stream()
                .anyMatch(route::covers));
        assertThat(DeclaredRoutes.in("protocols")).hasSizeGreaterThan(40).allMatch(route -> all.stream()
                .anyMatch(route::covers));
    }

    @Test
    void settingsAreNamedAsRecorded() {
        new GoldenFile("settings").check(SourceNames.read().settings());
    }

    @Test
    void theDataGridIsLaidOutAsRecorded() {
        new GoldenFile("grid").check(SourceNames.read().grid());
    }
}
