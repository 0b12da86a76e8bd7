package dev.jackstaff.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.api");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 130;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.engine", "dev.jackstaff.protocols", "dev.jackstaff.domain");
    }

    @Override
    public Set<String> threadPlaces() {
        return Set.of("dev.jackstaff.api.flexflag.EdgeConnections");
    }

    @Test
    void adapters_see_only_boundaries() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.jackstaff.domain..control..", "dev.jackstaff.domain..entity..")));
    }

    @Test
    void the_database_and_the_grid_are_the_domains() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "com.hazelcast..")));
    }

    @Test
    void transactions_start_at_the_boundary() {
        MODULE.check(
                noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.transaction.Transactional"));
    }
}
