package dev.jackstaff.system;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. Each rule reads the classes as they were compiled, and there is a floor under how many. */
class ArchitectureTest {
    private static final List<String> MODULES =
            List.of("engine", "protocols", "domain", "rest-api", "web-admin", "edge-war", "cli");
    private static final JavaClasses HOUSE = read();

    private static JavaClasses read() {
        Path root = Path.of(System.getProperty("jackstaff.root", ".."));
        return new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> root.resolve(module).resolve("target/classes"))
                        .toList());
    }

    @BeforeAll
    static void thereIsEnoughToJudge() {
        assertThat(HOUSE).hasSizeGreaterThan(300);
        for (String part : List.of("engine", "protocols", "domain", "api", "admin", "edge", "cli")) {
            long size = HOUSE.stream()
                    .filter(type -> type.getPackageName().startsWith("dev.jackstaff." + part))
                    .count();
            assertThat(size).describedAs(part).isGreaterThan(5);
        }
    }

    @Test
    void the_engine_is_plain_java() {
        check(classes()
                .that()
                .resideInAPackage("dev.jackstaff.engine..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.jackstaff.engine..",
                        "java..",
                        "com.google.re2j..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify..")));
    }

    @Test
    void the_engine_does_not_use_javas_own_patterns() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.jackstaff.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex.."));
    }

    @Test
    void protocols_know_neither_hub_nor_edge() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.jackstaff.protocols..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.jackstaff.domain..",
                        "dev.jackstaff.api..",
                        "dev.jackstaff.admin..",
                        "dev.jackstaff.edge..",
                        "com.hazelcast..")));
    }

    @Test
    void each_protocol_stands_alone() {
        check(slices().matching("dev.jackstaff.protocols.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage("dev.jackstaff.protocols.stream..", "dev.jackstaff.protocols.usage..")));
    }

    @Test
    void each_upstream_stands_alone() {
        check(slices().matching("dev.jackstaff.edge.upstream.(*)..").should().notDependOnEachOther());
    }

    @Test
    void the_domain_knows_no_adapter() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.jackstaff.domain..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "jakarta.faces..",
                        "jakarta.servlet..",
                        "dev.jackstaff.protocols..",
                        "dev.jackstaff.api..",
                        "dev.jackstaff.admin..",
                        "dev.jackstaff.edge..")));
    }

    @Test
    void only_the_publication_knows_the_grid() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.jackstaff.domain..")
                .and()
                .resideOutsideOfPackage("dev.jackstaff.domain.snapshot.control..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.hazelcast..")));
    }

    @Test
    void the_edge_has_no_database() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.jackstaff.edge..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.jackstaff.domain..", "jakarta.persistence..", "java.sql..", "javax.sql..")));
    }

    @Test
    void adapters_see_only_boundaries() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.jackstaff.api..", "dev.jackstaff.admin..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.jackstaff.domain..control..", "dev.jackstaff.domain..entity..")));
    }

    @Test
    void nobody_knows_the_adapters() {
        for (String adapter : List.of("api", "admin", "edge", "cli")) {
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.jackstaff." + adapter + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.jackstaff." + adapter + "..")));
        }
    }

    @Test
    void transactions_start_at_the_boundary() {
        check(classes()
                .that()
                .areAnnotatedWith("jakarta.transaction.Transactional")
                .should()
                .resideInAPackage("dev.jackstaff.domain..boundary.."));
    }

    @Test
    void entities_have_no_setters() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveNameNotMatching("set[A-Z].*"));
    }

    @Test
    void time_comes_from_a_clock() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.jackstaff.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("tests decide what time it is; use " + Clock.class));
    }

    @Test
    void features_are_free_of_cycles() {
        for (String part : List.of("engine", "protocols", "domain", "api", "admin", "edge", "cli")) {
            check(slices().matching("dev.jackstaff." + part + ".(*)..").should().beFreeOfCycles());
        }
    }

    @Test
    void names_say_what_a_thing_is() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract"));
        check(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..dto..", "..service..", "..helper.."));
    }

    @Test
    void every_package_says_what_it_is_for() {
        assertThat(HOUSE.stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(place -> !place.tryGetPackageInfo().isPresent())
                        .map(Object::toString))
                .isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }
}
