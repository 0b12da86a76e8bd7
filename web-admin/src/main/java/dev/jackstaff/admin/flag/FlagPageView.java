package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The flag page, with the flag's environment-independent details. */
@Named
@ViewScoped
public class FlagPageView implements Serializable {
    @Inject
    Flags flags;

    @Inject
    FlagChanges flagChanges;

    @Inject
    PageMessages messages;

    private String project = "";
    private String flag = "";
    private FlagForm form = new FlagForm();
    private boolean archived;
    private @Nullable Instant updatedAt;
    private long version;

    public void open() {
        show(flags.get(projectKey(), flagKey()));
    }

    private void show(FlagView view) {
        form = FlagForm.of(view);
        archived = view.archived();
        updatedAt = view.updatedAt();
        version = view.version();
    }

    /** Saves the details, unless somebody else saved meanwhile. */
    public void save() {
        show(flagChanges.update(
                projectKey(),
                flagKey(),
                present -> form.details().withTraits(present.traits()),
                ExpectedVersion.of(version)));
        messages.addSuccess("flag.saved");
    }

    public void archive() {
        show(flagChanges.archive(projectKey(), flagKey(), ExpectedVersion.any()));
        messages.addSuccess("flag.archived", flag);
    }

    public void restore() {
        show(flagChanges.unarchive(projectKey(), flagKey(), ExpectedVersion.any()));
        messages.addSuccess("flag.restored", flag);
    }

    /** Deletes the flag permanently and returns to the list. */
    public String delete() {
        flagChanges.delete(projectKey(), flagKey(), false, ExpectedVersion.of(version));
        messages.addSuccessAfterRedirect("flag.deleted", flag);
        return "flags.xhtml?faces-redirect=true&project=" + project;
    }

    private ProjectKey projectKey() {
        return new ProjectKey(project);
    }

    private FlagKey flagKey() {
        return new FlagKey(flag);
    }

    public FlagForm getForm() {
        return form;
    }

    public boolean isArchived() {
        return archived;
    }

    public @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }

    public String getFlag() {
        return flag;
    }

    public void setFlag(String flag) {
        this.flag = flag;
    }
}
