package dev.jackstaff.background;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.background");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 4;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of();
    }

    @Override
    public Set<String> threadPlaces() {
        return Set.of("dev.jackstaff.background.DaemonThreads");
    }

    @Test
    void background_work_knows_java_and_the_threads_of_a_container() {
        MODULE.check(classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.jackstaff.background..", "java..", "jakarta.enterprise.concurrent..", "org.jspecify..")));
    }
}
