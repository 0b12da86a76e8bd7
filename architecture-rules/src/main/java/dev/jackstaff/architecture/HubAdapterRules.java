package dev.jackstaff.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Rules for the modules that offer the hub's use cases to programs and people. */
public interface HubAdapterRules extends ModuleRules {
    @Test
    default void adapters_see_only_boundaries() {
        module().check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.jackstaff.domain..control..",
                        "dev.jackstaff.domain..entity..",
                        "dev.jackstaff.domain..background..")));
    }

    @Test
    default void the_database_and_the_grid_are_the_domains() {
        module().check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "com.hazelcast..")));
    }

    @Test
    default void transactions_start_at_the_boundary() {
        module().check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.Transactional"));
    }
}
