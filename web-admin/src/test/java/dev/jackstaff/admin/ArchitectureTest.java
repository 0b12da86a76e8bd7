package dev.jackstaff.admin;

import dev.jackstaff.architecture.HubAdapterRules;
import dev.jackstaff.architecture.ModuleClasses;
import java.util.Set;

/** The rules of this module: those of every adapter of the hub. */
class ArchitectureTest implements HubAdapterRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.admin");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 30;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.engine", "dev.jackstaff.domain", "dev.jackstaff.protocols");
    }
}
