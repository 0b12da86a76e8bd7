package dev.jackstaff.edge.upstream;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;

/** Keys of other systems as snapshots have them: hashed. */
public final class HashedCredentials {
    private static final int ID_LENGTH = 12;

    private HashedCredentials() {}

    /** The credential of a key; its id is the beginning of its hash. */
    public static Credential of(String key, Credential.Kind kind) {
        String hash = Sha256.hex(key);
        return new Credential(hash.substring(0, ID_LENGTH), hash, kind, null);
    }
}
