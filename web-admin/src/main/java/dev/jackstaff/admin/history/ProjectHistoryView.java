package dev.jackstaff.admin.history;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.LazyValue;
import dev.jackstaff.domain.history.ChangeFilter;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of a project. Its filter, form and page are in the address. */
@Named
@RequestScoped
public class ProjectHistoryView {
    private static final String BELOW = "below";
    private static final String VIEW = "view";
    private static final String TECHNICAL = "technical";
    private static final int PAGE = 25;

    @Inject
    Here here;

    @Inject
    History history;

    @Inject
    Clock clock;

    private final LazyValue<List<ChangeRecord>> found = new LazyValue<>(this::read);

    /** Reads the changes, so that the page of a project that does not exist is not found. */
    public void open() {
        found();
        here.getEnvironment();
    }

    /** The changes of the page, and one more if there are older ones. */
    private List<ChangeRecord> found() {
        return found.get(here);
    }

    private List<ChangeRecord> read() {
        String below = here.parameter(BELOW);
        long id = below.matches("[0-9]{1,18}") ? Long.parseLong(below) : Long.MAX_VALUE;
        return history.changes(
                here.projectKey(),
                new RevisionQuery(id, PAGE + 1),
                new ChangeFilter(getScope(), getFlag(), getPerson()));
    }

    /** The entries by their days, latest first. */
    public List<HistoryDay<ProjectEntry>> getDays() {
        List<ProjectEntry> entries =
                found().stream().limit(PAGE).map(this::entry).toList();
        return HistoryDay.of(entries, clock.instant());
    }

    private ProjectEntry entry(ChangeRecord change) {
        List<RecordedStep> steps = RecordedStep.of(change);
        List<EnvironmentMark> marks = here.getEnvironments().stream()
                .filter(mark ->
                        steps.stream().anyMatch(step -> step.environment().equals(mark.key())))
                .toList();
        return new ProjectEntry(change, steps, marks);
    }

    /** The address of the older changes; null if there are none. */
    public @Nullable String getOlder() {
        return found().size() > PAGE
                ? here.withParameter(BELOW, String.valueOf(found().get(PAGE - 1).id()))
                : null;
    }

    /** The address of the latest changes; null if this is their page. */
    public @Nullable String getLatest() {
        return here.parameter(BELOW).isEmpty() ? null : here.withParameter(BELOW, "");
    }

    /** The key of the environment that is filtered by; empty for none. */
    public String getScope() {
        return here.parameter("scope");
    }

    /** The key of the flag that is filtered by; empty for none. */
    public String getFlag() {
        return here.parameter("flag").strip();
    }

    /** The part of a name that is filtered by; empty for none. */
    public String getPerson() {
        return here.parameter("person").strip();
    }

    public boolean isFiltered() {
        return !(getScope() + getFlag() + getPerson()).isEmpty();
    }

    public boolean isTechnical() {
        return here.parameter(VIEW).equals(TECHNICAL);
    }

    /** The address of this page in sentences. */
    public String getSentencesLink() {
        return here.withParameter(VIEW, "");
    }

    /** The address of this page in the technical form. */
    public String getTechnicalLink() {
        return here.withParameter(VIEW, TECHNICAL);
    }
}
