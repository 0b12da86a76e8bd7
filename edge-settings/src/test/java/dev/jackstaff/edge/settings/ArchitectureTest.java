package dev.jackstaff.edge.settings;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.edge.settings");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 12;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.protocols.settings");
    }

    @Test
    void settings_know_no_server() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "org.eclipse.microprofile..", "com.hazelcast..")));
    }
}
