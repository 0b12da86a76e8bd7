package dev.jackstaff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the architecture, held against the code: what it names in backticks in the manner of a class is one. */
class ArchitectureDocumentTest {
    private static final int FLOOR = 700;
    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)(?=[^;]*(?:\\{|\\(|$))");
    /** A class, with its package or without, with nested classes and a method or without. */
    private static final Pattern CLASS_NAME = Pattern.compile(
            "`(?:[a-z]\\w*\\.)*((?:[A-Z]+[a-z0-9]\\w*)(?:\\.[A-Z]\\w*)*)(?:[.#][a-z]\\w*(?:\\([^`]*\\))?)?`");

    private static final Pattern STEP = Pattern.compile("\\s*\\d+\\. .*");

    @Test
    void everyClassNamedExists() {
        Set<String> types = declaredTypes();

        assertThat(types).hasSizeGreaterThan(FLOOR);
        List<String> named = Sources.architecturePage().stream()
                .flatMap(ArchitectureDocumentTest::namedTypes)
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(named).filteredOn(name -> !types.contains(name)).isEmpty();
    }

    @Test
    void everyStepOfAWalkNamesAClass() {
        assertThat(Sources.architecturePage().stream()
                        .filter(line -> STEP.matcher(line).matches()))
                .allSatisfy(step -> assertThat(namedTypes(step)).isNotEmpty());
    }

    private static Stream<String> namedTypes(String line) {
        return CLASS_NAME
                .matcher(line)
                .results()
                .map(name -> name.group(1))
                .flatMap(name -> List.of(name.split("\\.")).stream());
    }

    private static Set<String> declaredTypes() {
        return Sources.files().stream()
                .flatMap(file -> Sources.lines(file).stream())
                .flatMap(line -> DECLARATION.matcher(line).results())
                .map((MatchResult declaration) -> declaration.group(1))
                .collect(Collectors.toSet());
    }
}
