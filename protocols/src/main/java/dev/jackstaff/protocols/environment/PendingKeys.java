package dev.jackstaff.protocols.environment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys on which the host has yet to decide, and the wait of requests for the decisions. */
@ApplicationScoped
public class PendingKeys {
    private volatile @Nullable Consumer<Collection<String>> decider;

    /** Sets what waits, within bounds, until the host has decided on keys. Without it nothing is ever pending. */
    public void setDecider(Consumer<Collection<String>> waiting) {
        decider = waiting;
    }

    /** Waits, for a moment at most, until the host has decided on a key. */
    public void await(@Nullable String key) {
        if (decider != null && key != null) {
            await(List.of(key));
        }
    }

    /** Waits, for a moment at most, until the host has decided on keys. */
    public void await(Collection<String> keys) {
        Consumer<Collection<String>> waiting = decider;
        if (waiting != null) {
            waiting.accept(keys);
        }
    }
}
