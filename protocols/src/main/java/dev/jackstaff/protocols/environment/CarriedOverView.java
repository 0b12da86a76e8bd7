package dev.jackstaff.protocols.environment;

/**
 * A view of a revision that knows of those before: it is not made anew for the next revision, but handed on.
 *
 * @param <T> the view's own class
 */
public interface CarriedOverView<T extends CarriedOverView<T>> {
    /** The same view of the next revision. Called once, before that is served, off the request threads. */
    T carryOverTo(ServedEnvironment next);
}
