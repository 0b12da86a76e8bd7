package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.bucketing.Murmur3;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Integers and UUIDs made of names, so that the same environment always has the same. */
final class IdAllocator {
    private static final int LARGEST = Integer.MAX_VALUE;

    private final Set<Integer> taken = new HashSet<>();

    /** An id of its own for a name: its hash, or the next that is free. */
    int allocate(String name) {
        int id = Math.max(1, Murmur3.seeded(0).hash(name) & LARGEST);
        while (!taken.add(id)) {
            id = id == LARGEST ? 1 : id + 1;
        }
        return id;
    }

    /** Whether a certain id could still be had, and is now taken. */
    boolean tryAllocate(int id) {
        return id > 0 && taken.add(id);
    }

    static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
