package dev.jackstaff.admin.frame;

import jakarta.faces.FacesException;

/** Thrown for a command that the page does not offer to its reader, or does no longer. */
final class CommandNotOfferedException extends FacesException {
    private static final long serialVersionUID = 1L;

    CommandNotOfferedException(String command) {
        super("not offered: " + command);
    }
}
