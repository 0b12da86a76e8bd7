package dev.jackstaff.protocols;

import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;

/** One environment at one revision, ready to answer. Replaced whole when a newer revision arrives. */
public record ServedEnvironment(Snapshot snapshot, FlagSet flags) {
    /** A snapshot, compiled. */
    public static ServedEnvironment of(Snapshot snapshot) {
        return new ServedEnvironment(snapshot, SnapshotCompiler.compile(snapshot));
    }

    public long revision() {
        return snapshot.revision();
    }
}
