package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.EntityTags;
import dev.jackstaff.protocols.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives environment documents to servers that evaluate by themselves. */
@Dependent
public class EnvironmentDocuments {
    private final FlagsmithKeys keys;

    @Inject
    EnvironmentDocuments(FlagsmithKeys keys) {
        this.keys = keys;
    }

    /**
     * The document of a key's environment.
     *
     * @param headers of the request: the value by name, null where there is none
     */
    public Reply document(@Nullable String key, Function<String, @Nullable String> headers) {
        Access access = keys.access(key);
        if (!(access instanceof Access.Granted granted)) {
            return Failure.of(access, key);
        }
        if (!granted.serverOnlyToo()) {
            return Failure.forbidden("the environment document needs a server key; this is a client key");
        }
        if (!ServedDocument.sayable(granted.environment())) {
            return Failure.unsayable(granted.environment().dialect());
        }
        ServedDocument document = ServedDocument.of(granted.environment());
        if (known(document, headers)) {
            return new Reply(Reply.NOT_MODIFIED, document.headers(), new byte[0]);
        }
        return zipped(headers.apply("Accept-Encoding"))
                ? new Reply(Reply.OK, document.headers(), document.zipped()).with("Content-Encoding", "gzip")
                : new Reply(Reply.OK, document.headers(), document.raw());
    }

    /** Whether the client has it. A tag, where there is one, decides alone (RFC 9110, section 13.2.2). */
    private static boolean known(ServedDocument document, Function<String, @Nullable String> headers) {
        String tags = headers.apply("If-None-Match");
        if (tags != null) {
            return EntityTags.match(tags, document.tag());
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

    private static boolean zipped(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String plain = coding.replace(" ", "");
            if (plain.equals("gzip") || (plain.startsWith("gzip;q=") && !plain.matches("gzip;q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
