package dev.jackstaff.protocols.flagsmith.export;

/** A native condition that Flagsmith cannot express. The message names it. */
final class UnsupportedConditionException extends RuntimeException {
    UnsupportedConditionException(String reason) {
        super(reason);
    }
}
