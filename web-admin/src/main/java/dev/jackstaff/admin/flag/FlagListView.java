package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagOverviewPage;
import dev.jackstaff.domain.flag.boundary.FlagOverviewQuery;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;

/** The flag list of a project, with a switch for each environment. */
@Named
@RequestScoped
public class FlagListView implements Serializable {
    @Inject
    Flags flags;

    @Inject
    FlagStates states;

    @Inject
    FlagStateChanges stateChanges;

    @Inject
    Environments environments;

    @Inject
    Projects projects;

    @Inject
    PageMessages messages;

    private final LazyDataModel<FlagRow> table = new FlagTableModel(this::page);
    private List<EnvironmentView> columns = List.of();
    private String project = "";
    private String text = "";
    private boolean archived;

    /** Loads the page; redirects to the first project, or to the projects page, if none is named. */
    public @Nullable String open() {
        if (project.isEmpty()) {
            Optional<ProjectView> first = projects.list().stream().findFirst();
            return first.map(known -> "flags.xhtml?faces-redirect=true&project="
                            + known.key().value())
                    .orElse("projects.xhtml?faces-redirect=true");
        }
        columns = environments.list(new ProjectKey(project));
        return null;
    }

    /** Switches a flag to the position the reader chose, even if it changed meanwhile. */
    public void switchTo(FlagRow row, EnvironmentView environment, boolean on) {
        FlagAddress address = row.addressIn(environment);
        try {
            row.setEnabled(environment, stateChanges.switchTo(address, on).enabled());
        } catch (RuntimeException failed) {
            row.setEnabled(environment, states.get(address).enabled());
            throw failed;
        }
        messages.addSuccess(on ? "flag.turnedOn" : "flag.turnedOff", row.getKey(), environment.name());
    }

    private FlagOverviewPage page(int offset, int limit) {
        return flags.overview(new ProjectKey(project), new FlagOverviewQuery(text.strip(), archived, offset, limit));
    }

    public LazyDataModel<FlagRow> getTable() {
        return table;
    }

    public List<EnvironmentView> getColumns() {
        return columns;
    }

    /** Whether a filter hides some flags. */
    public boolean isFiltered() {
        return archived || !text.isBlank();
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isArchived() {
        return archived;
    }

    public void setArchived(boolean archived) {
        this.archived = archived;
    }
}
