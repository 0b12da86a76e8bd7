package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a change is about, in its transaction. Not thread-safe.
 *
 * @param <S> its state, as instructions have it
 */
abstract class ChangeTarget<S> {
    private final @Nullable String before;

    /**
     * A target that nothing has changed yet.
     *
     * @param before its state for the audit trail; null if it does not exist
     */
    ChangeTarget(@Nullable String before) {
        this.before = before;
    }

    /** Its id; NotFound if it does not exist. */
    abstract UUID id();

    /** The state as it is now; NotFound if it does not exist. */
    abstract S present();

    /** The state by whose places sentences call parts that have no name. */
    S start() {
        return present();
    }

    /**
     * The state as it was when its base was the newest revision.
     *
     * @throws DomainException.Conflict if it did not exist then, or is not recorded any more
     */
    abstract S seen(long base);

    /** Replaces the state; what that breaks still has to be checked. */
    abstract void change(S wanted);

    abstract AuditChange.Subject subject();

    /** The state for the audit trail; null if it does not exist now. */
    abstract @Nullable String after();

    /** Whether every environment may be answered otherwise; that of settings concerns their own environment only. */
    boolean areAnswersChanged() {
        return false;
    }

    /** Whether it exists since this change began, or before. */
    final boolean isNew() {
        return before == null;
    }

    /** What was changed so far, for the audit trail; empty if nothing differs. */
    final Optional<AuditChange> difference() {
        String after = after();
        if (before == null) {
            return Optional.ofNullable(after).map(made -> AuditChange.created(subject(), made));
        }
        if (after == null) {
            return Optional.of(AuditChange.deleted(subject(), before));
        }
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(AuditChange.updated(subject(), before, after).withAction(action()));
    }

    /** The name of an update in the audit trail. */
    String action() {
        return "updated";
    }

    /** The refusal of a base at which something did not exist. */
    static DomainException.Conflict unknownAt(String what, Object key, long base) {
        return new DomainException.Conflict(
                what + " \"" + key + "\" did not exist at revision " + base + ", or that is not recorded any more");
    }
}
