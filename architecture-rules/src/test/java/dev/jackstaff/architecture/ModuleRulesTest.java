package dev.jackstaff.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shared rules, held against classes that break them. */
class ModuleRulesTest {
    private static final String SAMPLE = "dev.jackstaff.architecture.sample";
    private static final ModuleClasses CLASSES =
            new ModuleClasses(SAMPLE, new ClassFileImporter().importPackages(SAMPLE));

    private static final ModuleRules STRICT = new Rules(Set.of(), Set.of());
    private static final ModuleRules LENIENT = new Rules(
            Set.of(SAMPLE + ".thread.ExecutorOwner"),
            Set.of(SAMPLE + ".time.SystemTimeReader", SAMPLE + ".time.SystemClockOwner"));
    private static final ModuleRules STALE = new Rules(Set.of(SAMPLE + ".time"), Set.of(SAMPLE + ".time.ClockUser"));

    @Test
    void readingTheSystemsTimeIsRefusedButAClockOrTickerByDefaultIsNot() {
        assertThatThrownBy(STRICT::time_comes_from_a_clock)
                .hasMessageContaining("SystemTimeReader.read")
                .hasMessageContaining("SystemClockOwner.<init>")
                .hasMessageNotContaining("ClockUser");
    }

    @Test
    void makingThreadsIsRefused() {
        assertThatThrownBy(STRICT::threads_are_made_in_one_place).hasMessageContaining("ExecutorOwner");
    }

    @Test
    void aCycleDeepInsideIsRefused() {
        assertThatThrownBy(STRICT::packages_are_free_of_cycles_at_every_depth)
                .hasMessageContaining("Slice left")
                .hasMessageContaining("Slice right");
    }

    @Test
    void whatIsExceptedIsAllowed() {
        assertThatCode(LENIENT::time_comes_from_a_clock).doesNotThrowAnyException();
        assertThatCode(LENIENT::threads_are_made_in_one_place).doesNotThrowAnyException();
    }

    @Test
    void anExceptionThatNothingNeedsIsRefused() {
        assertThatThrownBy(STALE::time_comes_from_a_clock).hasMessageContaining("needs to be one");
        assertThatThrownBy(STALE::threads_are_made_in_one_place).hasMessageContaining("needs to be one");
    }

    /** The rules with these exceptions. */
    private record Rules(Set<String> threadPlaces, Set<String> clocklessPlaces) implements ModuleRules {
        @Override
        public ModuleClasses module() {
            return CLASSES;
        }

        @Override
        public int floor() {
            return 1;
        }

        @Override
        public Set<String> knownModules() {
            return Set.of();
        }
    }
}
