package dev.jackstaff.listener.grizzly;

import dev.jackstaff.listener.framing.AssembledRequest;
import dev.jackstaff.listener.framing.FramingException;
import dev.jackstaff.listener.framing.FramingLimits;
import dev.jackstaff.listener.framing.HeadExcerpt;
import dev.jackstaff.listener.framing.RequestAssembler;
import java.net.InetAddress;
import java.time.Duration;
import org.glassfish.grizzly.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The state of one connection: the request that is arriving, and since when.
 *
 * <p>A connection is framed at first. With the request for a WebSocket its bytes are withheld until the answer says
 * whether it becomes one; it is raw then, and its bytes pass as they are. After a refusal it is closing, and what arrives
 * is discarded. Thread-safe.
 */
final class ClientConnection {
    /** The rate at which a large body must arrive, once the time of every request is over. */
    private static final long LEAST_BYTES_PER_SECOND = 32_768;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final InetAddress address;
    private final MemoryBudget budget;
    private final RequestAssembler assembler;
    private Phase phase = Phase.FRAMED;
    private boolean arriving;
    private long since;
    private int countedBytes;

    private enum Phase {
        FRAMED,
        UPGRADING,
        RAW,
        CLOSING
    }

    ClientConnection(InetAddress address, FramingLimits limits, MemoryBudget budget) {
        this.address = address;
        this.budget = budget;
        this.assembler = new RequestAssembler(limits);
    }

    InetAddress address() {
        return address;
    }

    synchronized boolean isRaw() {
        return phase == Phase.RAW;
    }

    synchronized boolean isClosing() {
        return phase == Phase.CLOSING;
    }

    /** Takes bytes that have arrived, in memory that belongs to the transport. */
    synchronized void append(Buffer arrived) {
        byte[] bytes = new byte[arrived.remaining()];
        arrived.get(bytes);
        assembler.append(bytes, 0, bytes.length);
    }

    /**
     * The next request; null if it has not arrived whole.
     *
     * @param now in nanoseconds
     * @throws FramingException if it must be refused
     */
    synchronized @Nullable AssembledRequest next(long now) throws FramingException {
        if (phase != Phase.FRAMED) {
            return null;
        }
        AssembledRequest request = assembler.next();
        if (request != null) {
            arriving = false;
            phase = request.webSocket() ? Phase.UPGRADING : Phase.FRAMED;
        } else if (!arriving && assembler.hasInput()) {
            arriving = true;
            since = now;
        }
        count(request == null ? assembler.heldBytes() : 0);
        return request;
    }

    private void count(int heldBytes) throws FramingException {
        int counted = budget.counted(heldBytes);
        if (!budget.take(address, counted - countedBytes)) {
            throw new FramingException(Refusal.UNAVAILABLE, "too many unfinished requests; try again later");
        }
        countedBytes = counted;
    }

    synchronized boolean pollContinue() {
        return assembler.pollContinue();
    }

    synchronized boolean hasInput() {
        return assembler.hasInput();
    }

    /** Learns the status with which the request for a WebSocket is answered. */
    synchronized void upgradeAnswered(boolean accepted) {
        if (phase == Phase.UPGRADING) {
            phase = accepted ? Phase.RAW : Phase.FRAMED;
        }
    }

    synchronized boolean isUpgrading() {
        return phase == Phase.UPGRADING;
    }

    synchronized byte[] takeInput() {
        return assembler.takeInput();
    }

    synchronized HeadExcerpt excerpt() {
        return assembler.excerpt();
    }

    /** Begins to close; returns false if that has begun already. */
    synchronized boolean beginClosing(long now) {
        if (phase == Phase.CLOSING) {
            return false;
        }
        phase = Phase.CLOSING;
        since = now;
        assembler.end();
        releaseMemory();
        return true;
    }

    synchronized void releaseMemory() {
        budget.take(address, -countedBytes);
        countedBytes = 0;
    }

    /** Whether a part of a request has arrived. */
    synchronized boolean isArriving() {
        return phase == Phase.FRAMED && arriving;
    }

    /** Whether the request that is arriving takes too long. */
    synchronized boolean isOverdue(long now, Duration timeout) {
        long allowed = timeout.toNanos() + assembler.receivedBytes() * SECOND / LEAST_BYTES_PER_SECOND;
        return phase == Phase.FRAMED && arriving && now - since > allowed;
    }

    /** Whether it has been closing for too long. */
    synchronized boolean isLingering(long now, Duration limit) {
        return phase == Phase.CLOSING && now - since > limit.toNanos();
    }
}
