package dev.jackstaff.domain.actor;

/**
 * Where a request comes from.
 *
 * @param address the IP address of the caller; empty for the hub itself
 * @param requestId the same for all that the request does; empty for the hub itself
 */
public record RequestOrigin(Channel channel, String address, String requestId) {
    /** The work of the hub itself. */
    public static final RequestOrigin SYSTEM = new RequestOrigin(Channel.SYSTEM, "", "");

    /** What was arranged for a time. */
    public static final RequestOrigin SCHEDULE = new RequestOrigin(Channel.SCHEDULE, "", "");
}
