package dev.jackstaff.domain.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the audit trail found.
 *
 * @param fault the first fault; null if the chain holds
 * @param verified the number of links that hold, up to the fault
 * @param first the first link; null if the chain is empty
 * @param last the last link that holds; null if there is none
 * @param removedThrough the place in the chain up to which entries were removed because of their age; 0 if none were
 * @param unsigned the number of those links whose entries are from before entries were signed: what they said before they
 *     were sealed is not proven
 * @param unsealed the number of entries that wait to be sealed
 * @param keys the ids of the keys of the links, in the order of their first use
 */
public record ChainReport(
        @Nullable ChainFault fault,
        long verified,
        @Nullable Seal first,
        @Nullable Seal last,
        long removedThrough,
        long unsigned,
        long unsealed,
        List<String> keys) {
    public ChainReport {
        keys = List.copyOf(keys);
    }

    public boolean holds() {
        return fault == null;
    }
}
