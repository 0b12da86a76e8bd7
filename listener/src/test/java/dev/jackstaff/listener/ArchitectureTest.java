package dev.jackstaff.listener;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.listener");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 20;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.background");
    }

    @Test
    void framing_is_plain_java() {
        MODULE.check(classes()
                .that()
                .resideInAPackage("dev.jackstaff.listener.framing..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.jackstaff.listener.framing..", "java..", "org.jspecify..")));
    }
}
