package dev.jackstaff.protocols.export;

/** How exactly a native flag is expressed in another dialect. */
public enum Fidelity {
    /** On for the same contexts, and with the same value. */
    EXACT,
    /** There, and it may answer otherwise: the notes say how. */
    APPROXIMATED,
    /** Not there: the notes say why. */
    LEFT_OUT
}
