package dev.jackstaff.protocols.unleash.export;

/** How a flag fares as an Unleash feature. */
public enum Fidelity {
    /** On for the same contexts, and then with the same variant and value. */
    EXACT,
    /** There, and it may answer otherwise: the notes say how. */
    APPROXIMATED,
    /** Not there: the notes say why. */
    LEFT_OUT
}
