package dev.jackstaff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Set;

/**
 * The compiled classes of one module, without its tests.
 *
 * @param root the package that holds all of them
 */
public record ModuleClasses(String root, JavaClasses classes) {
    /** Reads the module in whose directory the tests run. */
    public static ModuleClasses read(String root) {
        return new ModuleClasses(root, new ClassFileImporter().importPath(Path.of("target/classes")));
    }

    /** Fails where a class of the module breaks the rule. */
    public void check(ArchRule rule) {
        rule.check(classes);
    }

    /**
     * Fails where a class outside the places breaks the rule, and where a place needs no exception any more.
     *
     * @param places full names of classes and packages
     */
    public void checkOutside(Set<String> places, ArchRule rule) {
        for (String place : places) {
            assertThat(rule.evaluate(classes.that(residesIn(place))).hasViolation())
                    .describedAs("%s is an exception to \"%s\" and needs to be one", place, rule.getDescription())
                    .isTrue();
        }
        rule.check(classes.that(DescribedPredicate.not(DescribedPredicate.or(
                places.stream().map(ModuleClasses::residesIn).toList()))));
    }

    private static DescribedPredicate<JavaClass> residesIn(String place) {
        return DescribedPredicate.describe(
                "in " + place,
                type -> (type.getName() + ".").startsWith(place + ".")
                        || type.getName().startsWith(place + "$"));
    }
}
