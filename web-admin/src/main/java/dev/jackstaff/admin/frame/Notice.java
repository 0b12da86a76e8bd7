package dev.jackstaff.admin.frame;

import jakarta.faces.application.FacesMessage;

/** A message about a change, with a way to take it back. */
final class Notice extends FacesMessage {
    private static final long serialVersionUID = 1L;

    private final String undo;

    /** A notice of success; undo is an {@link UndoableChange} in JSON. */
    Notice(String text, String undo) {
        super(SEVERITY_INFO, text, "");
        this.undo = undo;
    }

    String undo() {
        return undo;
    }
}
