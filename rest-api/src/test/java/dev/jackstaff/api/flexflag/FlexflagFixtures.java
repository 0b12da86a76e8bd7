package dev.jackstaff.api.flexflag;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;

/** Snapshots for the tests of FlexFlag's edge servers. */
final class FlexflagFixtures {
    static final String ENVIRONMENT = "demo/production";
    static final String SERVER_KEY = "jks_server_of-the-test";

    private FlexflagFixtures() {}

    /** An environment with one key. */
    static Snapshot snapshot(long revision) {
        return new Snapshot(
                "demo",
                "production",
                "id-of-production",
                revision,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(new Credential("id", Sha256.hex(SERVER_KEY), Credential.Kind.SERVER, null)));
    }
}
