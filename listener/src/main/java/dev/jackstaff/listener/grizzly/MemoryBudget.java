package dev.jackstaff.listener.grizzly;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory that unfinished requests may hold: all together, and those of one address. Only what one connection holds
 * beyond the free bytes counts, so that usual requests always find room. Thread-safe.
 */
final class MemoryBudget {
    private static final int SHARE_OF_ADDRESS = 2;

    private final long maxBytes;
    private final int freeBytes;
    private final Map<InetAddress, Long> bytesByAddress = new HashMap<>();
    private long bytes;

    MemoryBudget(long maxBytes, int freeBytes) {
        this.maxBytes = maxBytes;
        this.freeBytes = freeBytes;
    }

    /** The part of what a connection holds that counts. */
    int counted(int heldBytes) {
        return Math.max(0, heldBytes - freeBytes);
    }

    /** Takes bytes, or gives them back if they are negative; returns false, and takes none, if there is no room. */
    synchronized boolean take(InetAddress address, int difference) {
        if (difference == 0) {
            return true;
        }
        long ofAddress = bytesByAddress.getOrDefault(address, 0L) + difference;
        boolean fits = bytes + difference <= maxBytes && ofAddress <= maxBytes / SHARE_OF_ADDRESS;
        if (difference > 0 && !fits) {
            return false;
        }
        bytes += difference;
        if (ofAddress == 0) {
            bytesByAddress.remove(address);
        } else {
            bytesByAddress.put(address, ofAddress);
        }
        return true;
    }
}
