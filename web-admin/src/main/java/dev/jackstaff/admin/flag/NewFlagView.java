package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The dialog that creates a flag. */
@Named
@RequestScoped
public class NewFlagView {
    @Inject
    Here here;

    @Inject
    FlagChanges flagChanges;

    @Inject
    PageMessages messages;

    private String key = "";
    private FlagForm form = new FlagForm();

    /** Creates the flag and goes to its page. */
    public String create() {
        FlagView flag = flagChanges.create(
                here.projectKey(),
                new NewFlag(
                        new FlagKey(key.strip()),
                        form.details(here.values("variantKey"), here.values("variantValue"))));
        messages.addSuccessAfterRedirect("flag.created", flag.key());
        return "flag.xhtml?faces-redirect=true&project=" + here.getProject() + "&flag=" + flag.key();
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
