package dev.jackstaff.domain;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.domain");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 200;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.background", "dev.jackstaff.engine", "dev.jackstaff.grid");
    }

    @Test
    void the_domain_knows_no_web() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..")));
    }

    @Test
    void only_the_grid_package_knows_the_grid() {
        MODULE.check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.jackstaff.domain.snapshot.control..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.hazelcast..")));
    }

    @Test
    void transactions_start_at_the_boundary() {
        MODULE.check(noClasses()
                .that()
                .resideOutsideOfPackage("..boundary..")
                .should()
                .beAnnotatedWith("jakarta.transaction.Transactional"));
        MODULE.check(methods()
                .that()
                .areAnnotatedWith("jakarta.transaction.Transactional")
                .should()
                .beDeclaredInClassesThat(resideInAPackage("..boundary..")));
    }

    @Test
    void entities_have_no_setters() {
        MODULE.check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveNameNotMatching("set[A-Z].*"));
    }
}
