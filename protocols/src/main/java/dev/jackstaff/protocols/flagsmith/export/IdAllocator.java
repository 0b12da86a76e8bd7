package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.bucketing.Murmur3;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** An allocator of integers and UUIDs derived from names, so that the same environment always has the same ids. */
final class IdAllocator {
    private static final int MAX_ID = Integer.MAX_VALUE;

    private final Set<Integer> taken = new HashSet<>();

    /** A unique id for a name: its hash, or the next free one. */
    int allocate(String name) {
        int id = Math.max(1, Murmur3.seeded(0).hash(name) & MAX_ID);
        while (!taken.add(id)) {
            id = id == MAX_ID ? 1 : id + 1;
        }
        return id;
    }

    /** Takes a given id; false if it is taken already. */
    boolean tryAllocate(int id) {
        return id > 0 && taken.add(id);
    }

    static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
