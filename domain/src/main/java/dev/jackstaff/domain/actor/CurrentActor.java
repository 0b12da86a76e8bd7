package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who acts in this request. An adapter says so before it calls a boundary; until then nobody does. */
@RequestScoped
public class CurrentActor {
    private @Nullable Actor actor;

    public void actAs(Actor actor) {
        this.actor = actor;
    }

    /**
     * The actor.
     *
     * @throws DomainException.Unauthenticated where no adapter has named one
     */
    public Actor actor() {
        Actor known = actor;
        if (known == null) {
            throw new DomainException.Unauthenticated("sign in first");
        }
        return known;
    }
}
