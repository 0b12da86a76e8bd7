package dev.jackstaff.admin.frame;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The listener that refuses a command which the page does not offer to its reader, for the lack of a right or because what
 * it was about has changed. Faces ignores such a command, and the reader would wait for its effect.
 */
public class OfferedCommandListener implements PhaseListener {
    private static final long serialVersionUID = 1L;
    private static final String SOURCE = "jakarta.faces.source";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    /** {@inheritDoc} What it throws is handled as a page that has changed. */
    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.getResponseComplete() || faces.getViewRoot() == null || !faces.isPostback()) {
            return;
        }
        String command = faces.getExternalContext().getRequestParameterMap().get(SOURCE);
        if (command != null && !isOffered(find(faces, command))) {
            throw new CommandNotOfferedException(command);
        }
    }

    private static @Nullable UIComponent find(FacesContext faces, String command) {
        try {
            return faces.getViewRoot().findComponent(command);
        } catch (IllegalArgumentException noPlace) {
            return null;
        }
    }

    private static boolean isOffered(@Nullable UIComponent command) {
        return command != null
                && Stream.iterate(command, known -> known != null, UIComponent::getParent)
                        .allMatch(UIComponent::isRendered);
    }
}
