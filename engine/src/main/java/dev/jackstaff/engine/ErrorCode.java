package dev.jackstaff.engine;

/** What went wrong, in OpenFeature's words. */
public enum ErrorCode {
    FLAG_NOT_FOUND,
    PARSE_ERROR,
    TARGETING_KEY_MISSING,
    INVALID_CONTEXT,
    GENERAL
}
