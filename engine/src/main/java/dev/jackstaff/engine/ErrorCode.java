package dev.jackstaff.engine;

/** An OpenFeature error code. */
public enum ErrorCode {
    FLAG_NOT_FOUND,
    PARSE_ERROR,
    TARGETING_KEY_MISSING,
    INVALID_CONTEXT,
    GENERAL
}
