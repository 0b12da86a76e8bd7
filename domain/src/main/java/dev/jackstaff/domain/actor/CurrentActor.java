package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The actor of the current request. Adapters set it before they call a boundary; until then there is none. */
@RequestScoped
public class CurrentActor {
    private @Nullable Actor actor;

    public void actAs(Actor actor) {
        this.actor = actor;
    }

    /**
     * The actor.
     *
     * @throws DomainException.Unauthenticated if no adapter has set one
     */
    public Actor actor() {
        Actor current = actor;
        if (current == null) {
            throw new DomainException.Unauthenticated("authentication is required");
        }
        return current;
    }
}
