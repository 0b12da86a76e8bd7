package dev.jackstaff.domain.idempotency;

/**
 * A request that may be repeated.
 *
 * @param id the hash of who sends it and of the key that it is repeated with
 * @param actor who sends it
 * @param content the hash of everything in it: a repeated request has the same
 */
public record RepeatableRequest(String id, String actor, String content) {}
