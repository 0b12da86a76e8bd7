package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Messages to the reader, by their key in the bundle. */
@ApplicationScoped
public class PageMessages {
    /** Says that something was done. */
    public void addSuccess(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_INFO, key, arguments);
    }

    /** Says that something was not done. */
    public void addError(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_ERROR, key, arguments);
    }

    /** Says on the next page that something was done. */
    public void addSuccessAfterRedirect(String key, Object... arguments) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        addSuccess(key, arguments);
    }

    private static void add(FacesMessage.Severity severity, String key, Object... arguments) {
        FacesMessage message = new FacesMessage(severity, MessageBundle.format(key, arguments), "");
        FacesContext.getCurrentInstance().addMessage(null, message);
    }
}
