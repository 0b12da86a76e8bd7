package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many statements each page of the console needs, and whether that grows with what there is. */
record PageStatements(StatementLog log, ConsoleVisitor visitor) {
    static final int MOST = 12;

    /** A page looked at before it is counted has its classes loaded, and its session marked as used. */
    private List<String> of(String page) {
        visitor.look(page);
        List<String> statements = log.of(() -> visitor.look(page));
        assertThat(statements).describedAs("the statements of %s", page).hasSizeGreaterThan(1);
        return statements;
    }

    /** Each page needs no more than {@value #MOST}, and the same in a project where there is little and one where there is much. */
    void assertFewAndTheSame(List<String> little, List<String> much) {
        assertThat(little).hasSameSizeAs(much);
        Map<String, String> missed = new LinkedHashMap<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < much.size(); i++) {
            List<String> few = of(little.get(i));
            List<String> many = of(much.get(i));
            numbers.add("%s %d".formatted(much.get(i), many.size()));
            if (many.size() > MOST || few.size() != many.size()) {
                missed.put(
                        "%s: %d, but %d where there is little".formatted(much.get(i), many.size(), few.size()),
                        String.join("\n", many));
            }
        }
        RunReport.print("statements of pages: %s", String.join(", ", numbers));
        assertThat(missed).isEmpty();
    }
}
