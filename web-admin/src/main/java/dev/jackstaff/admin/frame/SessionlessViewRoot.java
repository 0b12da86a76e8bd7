package dev.jackstaff.admin.frame;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.HashMap;
import java.util.Map;

/**
 * The root of a page, whose view map begins no session. Faces keeps the view map in the session and PrimeFaces asks for it
 * on each page, for a nonce; so each visit of a stranger would leave a session. Without a session the map lasts for the
 * request.
 */
public class SessionlessViewRoot extends UIViewRoot {
    private final Map<String, Object> ofTheRequest = new HashMap<>();

    @Override
    public Map<String, Object> getViewMap(boolean create) {
        boolean session = FacesContext.getCurrentInstance().getExternalContext().getSession(false) != null;
        return session ? super.getViewMap(create) : ofTheRequest;
    }
}
