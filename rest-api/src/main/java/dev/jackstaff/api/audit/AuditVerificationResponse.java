package dev.jackstaff.api.audit;

import dev.jackstaff.domain.audit.ChainFault;
import dev.jackstaff.domain.audit.ChainReport;
import dev.jackstaff.domain.audit.Seal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the audit trail found.
 *
 * @param holds whether the trail is as hubs wrote it
 * @param fault the first fault; null if the trail holds
 * @param verified the number of links that hold, up to the fault
 * @param head the last link that holds; null if there is none
 * @param removedThrough the place in the chain up to which entries were removed because of their age; 0 if none were
 * @param unsigned the number of those links whose entries are from before entries were signed
 * @param unsealed the number of entries that wait to be sealed
 * @param keys the ids of the keys of the links, in the order of their first use
 */
public record AuditVerificationResponse(
        boolean holds,
        @Nullable Fault fault,
        long verified,
        @Nullable Head head,
        long removedThrough,
        long unsigned,
        long unsealed,
        List<String> keys) {
    public AuditVerificationResponse {
        keys = List.copyOf(keys);
    }

    /**
     * The first place at which the trail is not as hubs wrote it.
     *
     * @param kind changed, removed, added, reordered or unknown key
     * @param sequence the place in the chain; 0 if the entry has none
     * @param entry the id of the entry; 0 if it is not known
     */
    public record Fault(String kind, long sequence, long entry, String detail) {
        static @Nullable Fault of(@Nullable ChainFault fault) {
            return fault == null
                    ? null
                    : new Fault(fault.kind().label(), fault.sequence(), fault.entry(), fault.detail());
        }
    }

    /** A link of the chain, as it is written down elsewhere. */
    public record Head(long sequence, String hash, String key, String sealedAt) {
        static @Nullable Head of(@Nullable Seal seal) {
            return seal == null
                    ? null
                    : new Head(
                            seal.sequence(),
                            seal.hash(),
                            seal.key(),
                            seal.sealedAt().toString());
        }
    }

    static AuditVerificationResponse of(ChainReport report) {
        return new AuditVerificationResponse(
                report.holds(),
                Fault.of(report.fault()),
                report.verified(),
                Head.of(report.last()),
                report.removedThrough(),
                report.unsigned(),
                report.unsealed(),
                report.keys());
    }
}
