package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.domain.audit.boundary.AuditRefusals;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.csp.CspException;

/** The exception handler that turns domain exceptions into messages, or into the status of a page that cannot be shown. */
final class DomainExceptionHandler extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(DomainExceptionHandler.class.getName());

    DomainExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            if (handled(events.next().getContext().getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean handled(Throwable thrown) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces == null) {
            return false;
        }
        Optional<DomainException> refusal = cause(thrown, DomainException.class);
        if (refusal.isPresent()) {
            handleRefusal(faces, refusal.get());
            return true;
        }
        if (cause(thrown, ViewExpiredException.class).isPresent()
                || cause(thrown, CspException.class).isPresent()) {
            reload(faces, "refused.expired");
            return true;
        }
        if (cause(thrown, CommandNotOfferedException.class).isPresent()) {
            reload(faces, "refused.gone");
            return true;
        }
        if (faces.getPartialViewContext().isAjaxRequest() && !faces.getRenderResponse()) {
            faces.validationFailed();
            faces.addMessage(null, failure(thrown));
            return true;
        }
        return false;
    }

    private static FacesMessage failure(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, thrown, () -> "failure " + id);
        return new FacesMessage(
                FacesMessage.SEVERITY_ERROR,
                MessageBundle.format("error.failure.title"),
                MessageBundle.format("error.failure.logged", id));
    }

    private static void handleRefusal(FacesContext faces, DomainException refusal) {
        if (refusal.kind() == DomainException.Kind.FORBIDDEN) {
            recordForbidden(faces, refusal);
        }
        if (faces.isPostback() && isAboutThePage(faces, refusal)) {
            redirect(faces);
            return;
        }
        if (faces.isPostback()) {
            faces.validationFailed();
            FieldMessages.add(faces, refusal, message(refusal));
            return;
        }
        try {
            faces.getExternalContext().responseSendError(status(refusal), refusal.sentence());
            faces.responseComplete();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void recordForbidden(FacesContext faces, DomainException refusal) {
        try {
            CDI.current()
                    .select(AuditRefusals.class)
                    .get()
                    .forbidden(
                            faces.getViewRoot() == null
                                    ? "page"
                                    : faces.getViewRoot().getViewId(),
                            refusal.sentence());
        } catch (RuntimeException unavailable) {
            LOG.log(Level.WARNING, "A refusal is not recorded in the audit trail.", unavailable);
        }
    }

    /** Whether what the page itself is about is gone, and not only what an action wanted to change. */
    private static boolean isAboutThePage(FacesContext faces, DomainException refusal) {
        return refusal.kind() == DomainException.Kind.NOT_FOUND
                && faces.getCurrentPhaseId() != PhaseId.INVOKE_APPLICATION;
    }

    private static FacesMessage message(DomainException refusal) {
        return switch (refusal.kind()) {
            case STALE ->
                new FacesMessage(
                        FacesMessage.SEVERITY_WARN,
                        MessageBundle.format("refused.stale"),
                        MessageBundle.format("refused.stale.next"));
            case INVALID -> error(text(refusal.violations()));
            case NOT_FOUND, CONFLICT, FORBIDDEN, UNAUTHENTICATED, THROTTLED -> error(refusal.sentence());
        };
    }

    private static FacesMessage error(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, asSentence(text), "");
    }

    private static String text(List<Violation> violations) {
        return violations.stream().map(MessageBundle::words).collect(Collectors.joining("; "));
    }

    private static int status(DomainException refusal) {
        return switch (refusal.kind()) {
            case FORBIDDEN, UNAUTHENTICATED -> HttpServletResponse.SC_FORBIDDEN;
            case NOT_FOUND, CONFLICT, STALE, THROTTLED, INVALID -> HttpServletResponse.SC_NOT_FOUND;
        };
    }

    /** Reloads the page with the reason. */
    private static void reload(FacesContext faces, String reason) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, MessageBundle.format(reason), ""));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        redirect(faces);
    }

    /** Leads to the page anew; the reader's query is taken from the Referer. */
    private static void redirect(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        Object failed = external.getRequestMap().get(RequestDispatcher.ERROR_REQUEST_URI);
        String request = failed instanceof String path
                ? path
                : external.getRequestContextPath() + external.getRequestServletPath();
        String referer = external.getRequestHeaderMap().getOrDefault("Referer", "");
        int page = referer.indexOf(request);
        String target = page < 0 ? request : referer.substring(page).replaceFirst("[#].*", "");
        try {
            external.redirect(target);
            faces.responseComplete();
        } catch (IOException failure) {
            throw new FacesException(failure);
        }
    }

    private static String asSentence(String refusal) {
        return Character.toUpperCase(refusal.charAt(0)) + refusal.substring(1) + (refusal.endsWith(".") ? "" : ".");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, known -> known != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
