package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.GzipCoding;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The handler of requests for environment documents, for servers that evaluate locally. */
@Dependent
public class EnvironmentDocumentHandler {
    private static final String IF_NONE_MATCH = "If-None-Match";

    private final FlagsmithKeyAccess keys;

    @Inject
    EnvironmentDocumentHandler(FlagsmithKeyAccess keys) {
        this.keys = keys;
    }

    /**
     * The document of a key's environment.
     *
     * @param headers the request's headers: the value by name, null if absent
     */
    public Reply document(@Nullable String key, Function<String, @Nullable String> headers) {
        return keys.access(key).match(granted -> document(granted, headers), new FlagsmithRefusals.ForKey(key));
    }

    private static Reply document(Access.Granted granted, Function<String, @Nullable String> headers) {
        if (!granted.seesServerOnlyFlags()) {
            return FlagsmithRefusals.forbidden("the environment document requires a server key; this is a client key");
        }
        if (!EnvironmentDocumentView.isAvailableFor(granted.environment())) {
            return FlagsmithRefusals.notExportable(granted.environment().dialect());
        }
        EnvironmentDocumentView document = EnvironmentDocumentView.of(granted.environment());
        String compressedTag = EntityTags.compressed(document.tag());
        if (clientHas(document, headers)) {
            Reply unchanged = new Reply(Reply.NOT_MODIFIED, document.headers(), new byte[0]);
            return EntityTags.contains(headers.apply(IF_NONE_MATCH), compressedTag)
                    ? unchanged.with("ETag", compressedTag)
                    : unchanged;
        }
        return GzipCoding.isAcceptable(headers.apply("Accept-Encoding"))
                ? new Reply(Reply.OK, document.headers(), document.gzip())
                        .with("Content-Encoding", GzipCoding.NAME)
                        .with("ETag", compressedTag)
                : new Reply(Reply.OK, document.headers(), document.raw());
    }

    /**
     * Whether the client already has the document. An entity tag takes precedence over a date (RFC 9110, section
     * 13.2.2).
     */
    private static boolean clientHas(EnvironmentDocumentView document, Function<String, @Nullable String> headers) {
        String tags = headers.apply(IF_NONE_MATCH);
        if (tags != null) {
            return EntityTags.matches(tags, document.tag());
        }
        String since = headers.apply("If-Modified-Since");
        try {
            return since != null
                    && !Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since))
                            .isBefore(document.lastModified());
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
