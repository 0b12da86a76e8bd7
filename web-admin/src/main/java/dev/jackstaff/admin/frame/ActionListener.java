package dev.jackstaff.admin.frame;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** The listener that tells a page when an action was carried out, so that its answer is read anew. */
public class ActionListener implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        if (event.getFacesContext().isPostback()) {
            CDI.current().select(Here.class).get().readAnew();
        }
    }
}
