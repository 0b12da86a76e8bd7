package dev.jackstaff.edge.upstream;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;

/** The factory of hashed credentials for keys of foreign systems. */
public final class HashedCredentials {
    private static final int ID_LENGTH = 12;

    private HashedCredentials() {}

    /** The hashed credential of a key; its id is the start of the hash. */
    public static Credential of(String key, Credential.Kind kind) {
        String hash = Sha256.hex(key);
        return new Credential(hash.substring(0, ID_LENGTH), hash, kind, null);
    }
}
