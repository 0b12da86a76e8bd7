package dev.jackstaff.protocols.export;

/** How exactly a native flag is expressed in another dialect. */
public enum Fidelity {
    /** The flag is on for the same contexts, with the same value. */
    EXACT,
    /** The flag is exported, but may evaluate differently: the notes say how. */
    APPROXIMATED,
    /** The flag is not exported: the notes say why. */
    LEFT_OUT
}
