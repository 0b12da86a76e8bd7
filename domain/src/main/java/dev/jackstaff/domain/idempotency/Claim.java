package dev.jackstaff.domain.idempotency;

import java.util.UUID;

/** What becomes of a request that may be a repeated one. */
public sealed interface Claim {
    /** It is the first, and is carried out. */
    record Granted(String id, UUID token) implements Claim {}

    /** It was carried out; this was the answer. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** It was carried out, but nobody knows the answer: the hub ended in between. */
    record Lost() implements Claim {}

    /** The first one is still being carried out. */
    record Running() implements Claim {}

    /** The key was used for another request. */
    record Different() implements Claim {}
}
