package dev.jackstaff.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.engine");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 155;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of();
    }

    /** An evaluation that is given no time takes the system's. */
    @Override
    public Set<String> clocklessPlaces() {
        return Set.of("dev.jackstaff.engine.EvaluationContext");
    }

    @Test
    void the_engine_is_plain_java() {
        MODULE.check(classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.jackstaff.engine..",
                        "java..",
                        "javax.crypto..",
                        "com.google.re2j..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify..")));
    }

    @Test
    void the_engine_does_not_use_javas_own_patterns() {
        MODULE.check(noClasses().should().dependOnClassesThat(resideInAPackage("java.util.regex..")));
    }
}
