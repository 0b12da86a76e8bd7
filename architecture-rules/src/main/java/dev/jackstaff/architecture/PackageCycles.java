package dev.jackstaff.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rules against cycles among packages: among the parts of each package, and among all packages, each without its parts. */
final class PackageCycles {
    private PackageCycles() {}

    static List<ArchRule> rules(ModuleClasses module) {
        List<ArchRule> rules = new ArrayList<>();
        parents(module).forEach(parent -> rules.add(freeOfCycles(parent + ".(*)..")));
        rules.add(freeOfCycles(module.root() + ".(**)"));
        return rules;
    }

    /** A module of one package has no parts, and nothing to judge. */
    private static ArchRule freeOfCycles(String parts) {
        return slices().matching(parts).should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** The packages that have parts. */
    private static SortedSet<String> parents(ModuleClasses module) {
        SortedSet<String> parents = new TreeSet<>();
        for (JavaClass type : module.classes()) {
            String place = type.getPackageName();
            while (place.length() > module.root().length()) {
                place = place.substring(0, place.lastIndexOf('.'));
                parents.add(place);
            }
        }
        return parents;
    }
}
