package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The actor of the current request, and where the request comes from. Adapters set both before they call a boundary;
 * until then there is no actor.
 */
@RequestScoped
public class CurrentActor {
    private @Nullable Actor actor;
    private @Nullable Login login;
    private RequestOrigin origin = RequestOrigin.SYSTEM;

    /** Sets where the request comes from. */
    public void comeFrom(RequestOrigin requestOrigin) {
        origin = requestOrigin;
    }

    /** Where the request comes from; the hub itself if no adapter has said it. */
    public RequestOrigin origin() {
        return origin;
    }

    public void actAs(Actor actor) {
        this.actor = actor;
        this.login = null;
    }

    /** Sets a user who is logged in as the actor. */
    public void actAs(Actor actor, Login login) {
        this.actor = actor;
        this.login = login;
    }

    /**
     * The user who is logged in.
     *
     * @throws DomainException.Forbidden if the actor is no user, but a key for example
     */
    public Login login() {
        Login current = login;
        if (current == null) {
            throw new DomainException.Forbidden("only users have an account; log in as a user");
        }
        return current;
    }

    /**
     * The user who logged in, and not by a token.
     *
     * @throws DomainException.Forbidden if the actor is no user, or sent a token
     */
    public Login interactiveLogin() {
        Login current = login();
        if (!current.isInteractive()) {
            throw new DomainException.Forbidden("a token cannot do this; log in as the user");
        }
        return current;
    }

    /** The login of the actor, if the actor is a user who is logged in. */
    public Optional<Login> findLogin() {
        return Optional.ofNullable(login);
    }

    /** The actor; empty if no adapter has set one. */
    public Optional<Actor> findActor() {
        return Optional.ofNullable(actor);
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
