package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.change.boundary.ChangeResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;

/** Messages shown to the reader, by their key in the bundle. */
@Named
@ApplicationScoped
public class PageMessages {
    /**
     * A message as a page shows it.
     *
     * @param undo how what it tells is taken back; empty if it cannot be
     */
    public record Shown(String text, String detail, boolean error, String undo) {
        static Shown of(FacesMessage message) {
            String text = String.valueOf(message.getSummary());
            String detail = String.valueOf(message.getDetail());
            return new Shown(
                    text,
                    detail.equals(text) ? "" : detail,
                    message.getSeverity().compareTo(FacesMessage.SEVERITY_INFO) > 0,
                    message instanceof Notice notice ? notice.undo() : "");
        }

        public String getText() {
            return text;
        }

        public String getDetail() {
            return detail;
        }

        public boolean isError() {
            return error;
        }

        public String getUndo() {
            return undo;
        }
    }

    /** The messages of this request that belong to no field. */
    public List<Shown> getShown() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .map(Shown::of)
                .distinct()
                .toList();
    }

    /** Shows a success message. */
    public void addSuccess(String key, Object... arguments) {
        add(FacesMessage.SEVERITY_INFO, key, arguments);
    }

    /** Shows a success message with a way to take the change back. */
    public void addUndoable(ChangeResult result, String key, Object... arguments) {
        String undo =
                result.inverse().isEmpty() ? "" : UndoableChange.of(result).json();
        FacesContext.getCurrentInstance().addMessage(null, new Notice(MessageBundle.format(key, arguments), undo));
    }

    /** As above, on the next page. */
    public void addUndoableAfterRedirect(ChangeResult result, String key, Object... arguments) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        addUndoable(result, key, arguments);
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
