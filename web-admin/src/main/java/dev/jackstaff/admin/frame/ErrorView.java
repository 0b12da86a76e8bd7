package dev.jackstaff.admin.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The error page, which shows only an id under which the failure is logged. */
@Named
@RequestScoped
public class ErrorView {
    private static final Logger LOG = Logger.getLogger(ErrorView.class.getName());

    @Inject
    HttpServletRequest request;

    private String id = "";

    @PostConstruct
    void log() {
        id = UUID.randomUUID().toString();
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object page = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        LOG.log(Level.SEVERE, thrown instanceof Throwable cause ? cause : null, () -> "failure " + id + " at " + page);
    }

    public String getId() {
        return id;
    }
}
