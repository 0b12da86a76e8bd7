package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditChange.Subject;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.audit.control.RefusalBudget;
import dev.jackstaff.domain.permission.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The use cases of recording what was refused, in a transaction of its own and within a budget. Needs no role. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AuditRefusals {
    private static final Actor NOBODY = new Actor("", Rights.NONE, Actor.Kind.USER);
    private static final int MAX_LENGTH = 300;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditRecorder audit;

    @Inject
    RefusalBudget budget;

    @Inject
    Clock clock;

    /**
     * Records that somebody was not let in.
     *
     * @param account the e-mail address of a user; empty if there is no such user: what was typed may be a password
     * @param reason a sentence for people
     */
    public void signIn(String account, String reason, RequestOrigin origin) {
        record(new AuditAuthor(NOBODY, "", origin), "sign-in refused", Subject.of(Subject.USER, account), reason);
    }

    /**
     * Records that the current actor was not allowed to do something.
     *
     * @param request what it was, such as {@code DELETE /api/v1/projects/shop}
     * @param reason a sentence for people
     */
    public void forbidden(String request, String reason) {
        Actor actor = currentActor.findActor().orElse(NOBODY);
        Subject subject = Subject.of(Subject.REQUEST, printable(request));
        record(new AuditAuthor(actor, "", currentActor.origin()), "refused", subject, printable(reason));
    }

    private void record(AuditAuthor author, String action, Subject subject, String reason) {
        budget.admit(clock.instant()).ifPresent(skipped -> {
            AuditJson details = new AuditJson().text("reason", reason);
            String after = (skipped == 0 ? details : details.number("notRecorded", skipped)).toJson();
            audit.recordAside(author, new AuditChange(action, subject, null, after));
        });
    }

    private static String printable(String text) {
        String shown = text.replaceAll("[\\p{Cc}\\p{Cs}]", "?");
        return shown.length() <= MAX_LENGTH ? shown : shown.substring(0, MAX_LENGTH) + "…";
    }
}
