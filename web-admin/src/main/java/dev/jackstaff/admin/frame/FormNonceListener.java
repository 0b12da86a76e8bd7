package dev.jackstaff.admin.frame;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.context.PrimeFacesContext;

/**
 * The listener that checks the nonce of a posted form before anything is done with the form. PrimeFaces checks it only
 * when it renders the answer.
 */
public class FormNonceListener implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    /** {@inheritDoc} What it throws is handled as a form that has expired. */
    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (!faces.getResponseComplete() && faces.getViewRoot() != null && faces.isPostback()) {
            PrimeFacesContext.getCspState(faces).getNonce();
        }
    }
}
