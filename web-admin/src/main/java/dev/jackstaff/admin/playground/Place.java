package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where flags are evaluated: a column of the table.
 *
 * @param id how the address names it
 * @param words which state of the environment it is
 */
record Place(
        String id,
        EnvironmentMark mark,
        String words,
        long revision,
        FlagSet flags,
        Map<String, FlagDefinition> definitions) {
    static Place of(String id, EnvironmentMark mark, String words, Snapshot snapshot) {
        return of(id, mark, words, snapshot, snapshot.flags());
    }

    /** A place that serves other definitions than the snapshot has. */
    static Place of(String id, EnvironmentMark mark, String words, Snapshot snapshot, List<FlagDefinition> flags) {
        Map<String, FlagDefinition> definitions = new LinkedHashMap<>();
        flags.forEach(flag -> definitions.put(flag.key(), flag));
        FlagSet compiled = SnapshotCompiler.compile(flags, snapshot.segments());
        return new Place(id, mark, words, snapshot.revision(), compiled, definitions);
    }

    /** The definition of a flag; null if there is no such flag here. */
    @Nullable
    FlagDefinition definition(String flag) {
        return definitions.get(flag);
    }
}
