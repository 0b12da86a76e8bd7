package dev.jackstaff.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rules against cycles among packages: among the parts of each package, and among all packages, each without its parts. */
final class PackageCycles {
    private PackageCycles() {}

    static List<ArchRule> rules(ModuleClasses module, Set<String> exceptions) {
        List<ArchRule> rules = new ArrayList<>();
        for (String parent : parents(module)) {
            if (!exceptions.contains(parent)) {
                rules.add(amongParts(parent));
            }
        }
        rules.add(amongAll(module.root(), exceptions));
        return rules;
    }

    /** A part is a package directly below, with all that is below it. */
    static ArchRule amongParts(String parent) {
        return slices().matching(parent + ".(*)..").should().beFreeOfCycles();
    }

    /** A module of one package has no parts, and nothing to judge. */
    private static ArchRule amongAll(String root, Set<String> exceptions) {
        DescribedPredicate<JavaClass> inException = resideInAnyPackage(
                exceptions.stream().map(place -> place + "..").toArray(String[]::new));
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(inException, DescribedPredicate.alwaysTrue())
                .allowEmptyShould(true);
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
