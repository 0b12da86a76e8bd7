package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The dialog that creates a flag. */
@Named
@RequestScoped
public class NewFlagView implements Serializable {
    @Inject
    FlagChanges flagChanges;

    @Inject
    PageMessages messages;

    private String key = "";
    private FlagForm form = new FlagForm();

    /** Empties the form. */
    public void reset() {
        key = "";
        form = new FlagForm();
    }

    /** Creates the flag and goes to its page. */
    public String create(String project) {
        FlagView flag =
                flagChanges.create(new ProjectKey(project), new NewFlag(new FlagKey(key.strip()), form.details()));
        messages.addSuccessAfterRedirect("flag.created", flag.key());
        return "flag.xhtml?faces-redirect=true&project=" + project + "&flag=" + flag.key();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public FlagForm getForm() {
        return form;
    }
}
