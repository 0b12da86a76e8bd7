package dev.jackstaff.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.cli");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 80;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.payara", "dev.jackstaff.edge.settings", "dev.jackstaff.protocols.settings");
    }

    @Override
    public Set<String> threadPlaces() {
        return Set.of("dev.jackstaff.cli.thread");
    }

    @Test
    void the_command_knows_no_server() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.enterprise..", "jakarta.ws.rs..", "com.hazelcast..")));
    }
}
