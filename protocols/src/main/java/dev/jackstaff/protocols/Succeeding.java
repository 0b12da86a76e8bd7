package dev.jackstaff.protocols;

/**
 * A view of a revision that knows of those before: it is not made anew for the next revision, but handed on.
 *
 * @param <T> the view's own class
 */
public interface Succeeding<T extends Succeeding<T>> {
    /** The same view of the next revision. Called once, before that is served, off the request threads. */
    T succeededBy(ServedEnvironment next);
}
