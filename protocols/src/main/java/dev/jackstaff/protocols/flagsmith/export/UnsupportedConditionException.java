package dev.jackstaff.protocols.flagsmith.export;

/** A native condition that Flagsmith cannot express. The message says what it is. */
final class UnsupportedConditionException extends RuntimeException {
    UnsupportedConditionException(String reason) {
        super(reason);
    }
}
