package dev.jackstaff.protocols.environment;

/**
 * A view that is carried over from one revision to the next instead of being made anew.
 *
 * @param <T> the view's own class
 */
public interface CarriedOverView<T extends CarriedOverView<T>> {
    /** The view of the next revision. Called once, before that revision is served, off the request threads. */
    T carryOverTo(ServedEnvironment next);
}
