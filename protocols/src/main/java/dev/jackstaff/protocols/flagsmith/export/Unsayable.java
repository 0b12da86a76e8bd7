package dev.jackstaff.protocols.flagsmith.export;

/** A condition that Flagsmith has no words for. The message says what it is. */
final class Unsayable extends RuntimeException {
    Unsayable(String reason) {
        super(reason);
    }
}
