package dev.jackstaff.admin.history;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.history.ChangeRecord;
import java.util.List;

/** A change in the history of a project. */
public class ProjectEntry extends HistoryEntry {
    private static final int MAX_FLAGS = 5;

    private final List<EnvironmentMark> environments;

    /**
     * An entry.
     *
     * @param environments those in which it changed settings
     */
    ProjectEntry(ChangeRecord change, List<RecordedStep> steps, List<EnvironmentMark> environments) {
        super(change.at(), change, steps);
        this.environments = List.copyOf(environments);
    }

    public List<EnvironmentMark> getEnvironments() {
        return environments;
    }

    /** The keys of the flags that it changed, a few of them. */
    public List<String> getFlags() {
        return steps().stream()
                .map(RecordedStep::flag)
                .filter(flag -> !flag.isEmpty())
                .distinct()
                .limit(MAX_FLAGS)
                .toList();
    }
}
