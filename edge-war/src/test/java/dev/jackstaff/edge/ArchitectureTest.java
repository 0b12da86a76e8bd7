package dev.jackstaff.edge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import java.net.http.HttpClient;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.edge");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 150;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of(
                "dev.jackstaff.background",
                "dev.jackstaff.engine",
                "dev.jackstaff.grid",
                "dev.jackstaff.listener",
                "dev.jackstaff.protocols");
    }

    /** They read the time until they are given a clock; the list only shrinks. */
    @Override
    public Set<String> clocklessPlaces() {
        return Set.of(
                "dev.jackstaff.edge.upstream.RevisionNumbering",
                "dev.jackstaff.edge.usage.GridUsageSender",
                "dev.jackstaff.edge.fleet.EdgeStatusProvider",
                "dev.jackstaff.edge.fleet.EdgeStatusReporter");
    }

    @Test
    void the_edge_has_no_database() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")));
    }

    @Test
    void each_upstream_stands_alone() {
        MODULE.check(slices().matching("dev.jackstaff.edge.upstream.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(), resideInAPackage("dev.jackstaff.edge.upstream.client..")));
    }

    @Test
    void one_class_makes_http_clients() {
        MODULE.check(noClasses()
                .that()
                .doNotBelongToAnyOf(UpstreamClient.class)
                .should()
                .callMethod(HttpClient.class, "newBuilder")
                .orShould()
                .callMethod(HttpClient.class, "newHttpClient"));
    }

    @Test
    void only_the_grid_package_knows_the_grid() {
        MODULE.check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.jackstaff.edge.upstream.grid..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.hazelcast..")));
    }
}
