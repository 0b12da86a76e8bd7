package dev.jackstaff.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import org.junit.jupiter.api.Test;

/** Rules that hold in every module. The test of a module implements this and adds the rules of its own. */
public interface ModuleRules {
    /** The classes to judge. */
    ModuleClasses module();

    /** The least number of classes that the module has: a rule must not pass because nothing was read. */
    int floor();

    /** The root packages of the other modules that this one may know. */
    Set<String> knownModules();

    /** Full names of the classes and packages that make threads; one, or none. */
    default Set<String> threadPlaces() {
        return Set.of();
    }

    /** Full names of the classes that read the time without a clock or a ticker. */
    default Set<String> clocklessPlaces() {
        return Set.of();
    }

    @Test
    default void there_are_enough_classes_to_judge() {
        assertThat(module().classes()).hasSizeGreaterThanOrEqualTo(floor());
    }

    @Test
    default void no_module_knows_more_than_it_may() {
        module().check(noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.jackstaff..")
                        .and(resideOutsideOfPackages(Stream.concat(Stream.of(module().root()), knownModules().stream())
                                .map(root -> root + "..")
                                .toArray(String[]::new)))));
    }

    @Test
    default void packages_are_free_of_cycles_at_every_depth() {
        assertThat(PackageCycles.rules(module())).allSatisfy(module()::check);
    }

    @Test
    default void time_comes_from_a_clock() {
        module().checkOutside(
                        clocklessPlaces(),
                        noClasses()
                                .should()
                                .callMethodWhere(TimeSources.READ)
                                .orShould()
                                .callMethodWhere(TimeSources.SYSTEM_CLOCK)
                                .orShould()
                                .callConstructor(Date.class)
                                .because("tests decide what time it is: pass a Clock, or a LongSupplier such as"
                                        + " System::nanoTime"));
    }

    @Test
    default void threads_are_made_in_one_place() {
        module().checkOutside(threadPlaces(), noClasses().should().accessTargetWhere(ThreadSources.MAKE));
    }

    @Test
    default void names_say_what_a_thing_is() {
        module().check(noClasses()
                .that()
                .areNotAssignableTo(KeyManager.class)
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract"));
        module().check(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..dto..", "..service..", "..helper.."));
    }

    @Test
    default void every_package_says_what_it_is_for() {
        assertThat(module().classes().stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(place -> place.tryGetPackageInfo().isEmpty())
                        .map(Object::toString))
                .isEmpty();
    }
}
