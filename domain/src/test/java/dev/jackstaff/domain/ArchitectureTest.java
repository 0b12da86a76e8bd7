package dev.jackstaff.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.jackstaff.architecture.ModuleClasses;
import dev.jackstaff.architecture.ModuleRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of this module, beside those of every module. */
class ArchitectureTest implements ModuleRules {
    private static final ModuleClasses MODULE = ModuleClasses.read("dev.jackstaff.domain");

    /** The classes by which projects, environments, flags and segments are stored. */
    private static final Set<String> WRITTEN = Set.of(
            "Flag",
            "FlagState",
            "Segment",
            "ContextAttribute",
            "Environment",
            "Project",
            "FlagStore",
            "SegmentStore",
            "AttributeStore",
            "ProjectStore",
            "FlagEditor",
            "SegmentEditor",
            "AttributeEditor",
            "ProjectEditor",
            "EnvironmentEditor");

    /** Their methods that write. */
    private static final Set<String> WRITERS =
            Set.of("add", "archive", "create", "delete", "describe", "remove", "unarchive", "update");

    @Override
    public ModuleClasses module() {
        return MODULE;
    }

    @Override
    public int floor() {
        return 200;
    }

    @Override
    public Set<String> knownModules() {
        return Set.of("dev.jackstaff.background", "dev.jackstaff.engine", "dev.jackstaff.grid");
    }

    @Test
    void the_domain_knows_no_web() {
        MODULE.check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..")));
    }

    @Test
    void only_the_grid_package_knows_the_grid() {
        MODULE.check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.jackstaff.domain.snapshot.control..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.hazelcast..")));
    }

    @Test
    void transactions_start_at_the_boundary() {
        MODULE.check(noClasses()
                .that()
                .resideOutsideOfPackage("..boundary..")
                .should()
                .beAnnotatedWith("jakarta.transaction.Transactional"));
        MODULE.check(methods()
                .that()
                .areAnnotatedWith("jakarta.transaction.Transactional")
                .should()
                .beDeclaredInClassesThat(resideInAPackage("..boundary..")));
    }

    @Test
    void only_changes_write_projects_environments_flags_and_segments() {
        MODULE.check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.jackstaff.domain.change.control..")
                .and()
                .haveNameNotMatching(".*\\.(Flag|Segment|Attribute|Project|Environment)Editor|.*\\.FlagEventObserver")
                .should()
                .callMethodWhere(describe(
                        "a project, an environment, a flag or a segment is written", ArchitectureTest::writes)));
    }

    private static boolean writes(JavaMethodCall call) {
        return WRITTEN.contains(call.getTargetOwner().getSimpleName())
                && WRITERS.contains(call.getTarget().getName())
                && !call.getOriginOwner().equals(call.getTargetOwner());
    }

    @Test
    void no_statement_writes_what_changes_write() throws IOException {
        Pattern writing = Pattern.compile(
                "(?i)\\b(insert\\s+into|update|delete\\s+from)\\s+(flag|flag_state|segment|context_attribute|environment|project)\\b");
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .filter(source -> writing.matcher(text(source)).find())
                            .map(source -> source.getFileName().toString()))
                    .describedAs("files that raise revisions or measure content, and write nothing else")
                    .containsExactlyInAnyOrder(
                            "raise-environments.sql",
                            "raise-shared.sql",
                            "begin-environment.sql",
                            "begin-project.sql",
                            "ContentLimits.java");
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void entities_have_no_setters() {
        MODULE.check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveNameNotMatching("set[A-Z].*"));
    }
}
