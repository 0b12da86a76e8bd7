package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Messages shown to the reader, by their key in the bundle. */
@ApplicationScoped
public class PageMessages {
    /** Shows a success message. */
    public void addSuccess(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_INFO, key, arguments);
    }

    /** Shows an error message. */
    public void addError(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_ERROR, key, arguments);
    }

    /** Shows a success message on the next page. */
    public void addSuccessAfterRedirect(String key, Object... arguments) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        addSuccess(key, arguments);
    }

    private static void add(FacesMessage.Severity severity, String key, Object... arguments) {
        FacesMessage message = new FacesMessage(severity, MessageBundle.format(key, arguments), "");
        FacesContext.getCurrentInstance().addMessage(null, message);
    }
}
