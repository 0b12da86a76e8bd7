package dev.jackstaff.protocols;

import dev.jackstaff.engine.snapshot.Credential;

/** What a presented key opens. */
public sealed interface Access {
    /** An environment, as the key's kind may see it. */
    record Granted(ServedEnvironment environment, Credential credential) implements Access {
        public Credential.Kind kind() {
            return credential.kind();
        }

        /** Whether flags that are for servers only may be seen. */
        public boolean serverOnlyToo() {
            return kind() == Credential.Kind.SERVER;
        }
    }

    /** Nothing: there is no such key, or it no longer counts. */
    record Unknown(String reason) implements Access {}

    /** Nothing: the key is for other purposes. */
    record Forbidden(String reason) implements Access {}

    /** Nothing yet: the host has no snapshot. This heals by itself. */
    record NotReady(String reason) implements Access {}
}
