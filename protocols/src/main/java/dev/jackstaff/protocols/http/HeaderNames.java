package dev.jackstaff.protocols.http;

/** The names of the headers that several protocols use. */
public final class HeaderNames {
    /** The response header with the revision of the environment that answered. */
    public static final String REVISION = "Jackstaff-Revision";

    /** The header of stream requests with the id of the last event that the client received. */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    /** The request header with a key. */
    public static final String API_KEY = "X-API-Key";

    /** The request header in which Flagsmith's clients send the key. */
    public static final String ENVIRONMENT_KEY = "X-Environment-Key";

    private HeaderNames() {}
}
