package dev.jackstaff.domain.change.control;

/** Whose revision a change raises. */
enum Reach {
    /** Nothing differs. */
    NOTHING,
    /** The one environment whose settings differ. */
    ENVIRONMENT,
    /** The project alone: no snapshot holds what differs, such as names. */
    PROJECT,
    /** The project and all its environments. */
    EVERYWHERE
}
