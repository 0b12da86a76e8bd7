package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.background.BoundedWait;
import dev.jackstaff.protocols.environment.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The wait of requests for a revision that was announced to them. */
@ApplicationScoped
public class RevisionWait {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final BoundedWait waiting;

    public RevisionWait() {
        this(System::nanoTime);
    }

    RevisionWait(LongSupplier nanoTime) {
        this.waiting = new BoundedWait(LIMIT, nanoTime);
    }

    /** The access when it opens the revision, is refused, or the wait has reached its bounds. */
    public Access await(Supplier<Access> access, long revision) {
        Access now = access.get();
        if (!isBefore(now, revision)) {
            return now;
        }
        waiting.awaitWhile(() -> isBefore(access.get(), revision));
        return access.get();
    }

    private static boolean isBefore(Access access, long revision) {
        return access instanceof Access.Granted granted && granted.environment().revision() < revision;
    }
}
