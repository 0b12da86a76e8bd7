package dev.jackstaff.protocols;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture rules of this module, besides those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.protocols");
    /** The packages that protocols share, which are no protocols themselves. */
    private static final String[] SHARED = Stream.of(
                    "environment", "export", "fleet", "http", "json", "settings", "stream", "usage")
            .map(part -> "dev.jackstaff.protocols." + part + "..")
            .toArray(String[]::new);

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 380;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.background", "dev.jackstaff.engine");
    }

    @Test
    void protocols_know_no_grid_and_no_database() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.hazelcast..", "jakarta.persistence..", "java.sql..", "javax.sql..")));
    }

    @Test
    void each_protocol_stands_alone() {
        MODULE.check(slices().matching("dev.jackstaff.protocols.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(SHARED)));
    }

    @Test
    void what_protocols_share_knows_no_protocol() {
        MODULE.check(noClasses()
                .that()
                .resideInAnyPackage(SHARED)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.jackstaff.protocols..").and(resideOutsideOfPackages(SHARED))));
    }

    @Test
    void compilers_conversions_and_exports_know_no_web() {
        MODULE.check(noClasses()
                .that()
                .resideInAnyPackage("..compiler..", "..conversion..", "..export..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..")));
    }
}
