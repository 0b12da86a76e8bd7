package dev.jackstaff.protocols.flagsmith.export;

/** A condition that Flagsmith has no words for. The message says what it is. */
final class UnsupportedConditionException extends RuntimeException {
    UnsupportedConditionException(String reason) {
        super(reason);
    }
}
