package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.ChainFault;
import dev.jackstaff.domain.audit.ChainFault.Kind;
import dev.jackstaff.domain.audit.ChainReport;
import dev.jackstaff.domain.audit.Seal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The verification of a chain that is read link by link, in the order of the chain, and then of the entries that are not
 * sealed. It ends at the first fault. Not thread-safe.
 */
final class ChainCheck {
    private final AuditKeys keys;
    private final TreeMap<Long, String> anchors = new TreeMap<>();
    private final Set<String> usedKeys = new LinkedHashSet<>();
    private @Nullable ChainFault fault;
    private @Nullable Seal first;
    private @Nullable Seal last;
    private long verified;
    private long unsigned;
    private long unsealed;
    private boolean isRemovalProven;

    /** A verification that knows some links from elsewhere. */
    ChainCheck(AuditKeys keys, Collection<AuditAnchor> known) {
        this.keys = keys;
        known.forEach(anchor -> anchors.put(anchor.sequence(), anchor.hash()));
    }

    /** Checks the next link and its entry, which is null if there is none; returns whether to go on. */
    boolean accept(Seal seal, @Nullable StoredEntry stored) {
        fault = faultOfPlace(seal)
                .or(() -> faultOfLink(seal, stored))
                .or(() -> faultOfEntry(seal, stored))
                .or(() -> faultOfAnchor(seal))
                .orElse(null);
        if (fault != null || stored == null) {
            return false;
        }
        if (first == null) {
            first = seal;
            isRemovalProven = seal.sequence() == 1;
        }
        proveRemoval(stored);
        last = seal;
        verified++;
        unsigned += stored.isSigned() ? 0 : 1;
        usedKeys.add(seal.key());
        return true;
    }

    private void proveRemoval(StoredEntry stored) {
        Seal begun = first;
        isRemovalProven |=
                begun != null && RetentionMark.announces(stored.entry(), begun.sequence() - 1, begun.previous());
    }

    /** Whether the links are where they belong: none is missing before this one. */
    private Optional<ChainFault> faultOfPlace(Seal seal) {
        Seal before = last;
        if (before == null || seal.sequence() == before.sequence() + 1) {
            return Optional.empty();
        }
        return fault(
                Kind.REMOVED,
                before.sequence() + 1,
                0,
                "the links " + (before.sequence() + 1) + " to " + (seal.sequence() - 1) + " are missing");
    }

    private Optional<ChainFault> faultOfLink(Seal seal, @Nullable StoredEntry stored) {
        Optional<AuditKey> key = keys.find(seal.key());
        if (key.isEmpty()) {
            return fault(Kind.UNKNOWN_KEY, seal, "the secret of the key " + seal.key() + " is not configured here");
        }
        if (!key.get().matches(seal.text(), seal.hash())) {
            boolean isWhole = stored != null && stored.isAuthentic(keys);
            return fault(
                    isWhole ? Kind.REORDERED : Kind.CHANGED, seal, "the link is not as it was made for this place");
        }
        String before = last != null ? last.hash() : seal.sequence() == 1 ? Seal.BEGINNING : seal.previous();
        if (!seal.previous().equals(before)) {
            return fault(Kind.REORDERED, seal, "the link does not continue the one before");
        }
        return Optional.empty();
    }

    private Optional<ChainFault> faultOfEntry(Seal seal, @Nullable StoredEntry stored) {
        if (stored == null) {
            return fault(Kind.REMOVED, seal, "the entry is missing");
        }
        String keyId = stored.keyId();
        if (keyId == null) {
            return faultOfUnsigned(seal, stored);
        }
        Optional<AuditKey> key = keys.find(keyId);
        if (key.isEmpty()) {
            return fault(Kind.UNKNOWN_KEY, seal, "the secret of the key " + keyId + " is not configured here");
        }
        String digest = stored.digest(key.get());
        boolean isWhole = digest.equals(seal.digest()) && digest.equals(stored.mac());
        return isWhole ? Optional.empty() : fault(Kind.CHANGED, seal, "the entry is not as it was written");
    }

    private Optional<ChainFault> faultOfUnsigned(Seal seal, StoredEntry stored) {
        if (unsigned < verified) {
            return fault(Kind.CHANGED, seal, "the entry has lost its signature");
        }
        boolean isWhole = keys.find(seal.key())
                .filter(key -> stored.digest(key).equals(seal.digest()))
                .isPresent();
        return isWhole ? Optional.empty() : fault(Kind.CHANGED, seal, "the entry is not as it was when it was sealed");
    }

    private Optional<ChainFault> faultOfAnchor(Seal seal) {
        String anchored = anchors.get(seal.sequence());
        return anchored == null || anchored.equals(seal.hash())
                ? Optional.empty()
                : fault(Kind.CHANGED, seal, "the hash of the link is not the one that was anchored");
    }

    /** Checks an entry that is not sealed, after all links; returns whether to go on. */
    boolean acceptUnsealed(StoredEntry stored) {
        boolean isFromBefore = !stored.isSigned() && unsigned == verified;
        if (!isFromBefore && !stored.isAuthentic(keys)) {
            fault = new ChainFault(Kind.ADDED, 0, stored.entry().id(), "no hub wrote the entry as it is");
            return false;
        }
        proveRemoval(stored);
        unsealed++;
        return true;
    }

    /** Checks what can be told after all entries only: that neither the beginning nor the end of the chain is missing. */
    void acceptEnd() {
        Seal begun = first;
        long end = last == null ? 0 : last.sequence();
        if (begun != null && !isRemovalProven) {
            fault = new ChainFault(
                    Kind.REMOVED,
                    begun.sequence() - 1,
                    0,
                    "the links up to " + (begun.sequence() - 1)
                            + " are missing, and no entry says that they were removed");
        } else if (!anchors.isEmpty() && anchors.lastKey() > end) {
            fault = new ChainFault(
                    Kind.REMOVED,
                    end + 1,
                    0,
                    "the chain ends at " + end + ", but was anchored up to " + anchors.lastKey());
        }
    }

    ChainReport report() {
        long removedThrough = first == null ? 0 : first.sequence() - 1;
        return new ChainReport(
                fault,
                verified,
                first,
                last,
                removedThrough,
                unsigned,
                unsealed,
                usedKeys.stream().toList());
    }

    private static Optional<ChainFault> fault(Kind kind, Seal seal, String detail) {
        return fault(kind, seal.sequence(), seal.entry(), detail);
    }

    private static Optional<ChainFault> fault(Kind kind, long sequence, long entry, String detail) {
        return Optional.of(new ChainFault(kind, sequence, entry, detail));
    }
}
