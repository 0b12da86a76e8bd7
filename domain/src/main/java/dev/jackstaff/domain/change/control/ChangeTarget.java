package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.audit.AuditChange;
import java.util.Optional;

/**
 * A thing that instructions change, in one transaction. Not thread-safe.
 *
 * @param <S> its state, as instructions have it
 */
public interface ChangeTarget<S> {
    /** The state as it is now. */
    S present();

    /** The state as it was when its base was the newest; Conflict if it did not exist then, or is not recorded any more. */
    S seen(long base);

    /** Replaces the state; what that breaks still has to be checked. */
    void change(S wanted);

    /** What was changed so far, for the audit trail; empty if nothing differs. */
    Optional<AuditChange> difference();
}
