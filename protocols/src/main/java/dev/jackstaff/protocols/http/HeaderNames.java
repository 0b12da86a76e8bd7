package dev.jackstaff.protocols.http;

/** The names of the headers that several protocols have. */
public final class HeaderNames {
    /** On answers: the revision of the environment that they were given from. */
    public static final String REVISION = "Jackstaff-Revision";

    /** On requests for streams: the id of the last event that the client had. */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    /** On requests: a key. */
    public static final String API_KEY = "X-API-Key";

    /** On requests: a key, where Flagsmith's clients have it. */
    public static final String ENVIRONMENT_KEY = "X-Environment-Key";

    private HeaderNames() {}
}
