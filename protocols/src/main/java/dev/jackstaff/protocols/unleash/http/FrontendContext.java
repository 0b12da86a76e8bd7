package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.NumberText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.json.TolerantReader;
import dev.jackstaff.protocols.unleash.UnleashContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context of a frontend request. Names that are no fields are properties, wherever they occur; what is not a scalar
 * counts as absent. The host's attributes of the caller are added.
 */
final class FrontendContext {
    private static final String PROPERTIES = "properties";
    private static final String CONTEXT = "context";

    private final Map<String, String> members = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    private FrontendContext() {}

    /**
     * The context in a query such as {@code userId=7&properties%5Bregion%5D=eu}; of repeated names, the first counts.
     *
     * @param query undecoded; null if absent
     */
    static EvaluationContext ofQuery(@Nullable String query, Caller caller) throws RefusedRequestException {
        FrontendContext context = new FrontendContext();
        int begin = 0;
        while (query != null && begin < query.length()) {
            int ampersand = query.indexOf('&', begin);
            int end = ampersand < 0 ? query.length() : ampersand;
            int equals = query.indexOf('=', begin);
            if (equals > begin && equals < end) {
                context.parameter(decoded(query, begin, equals), decoded(query, equals + 1, end));
            }
            begin = end + 1;
        }
        return context.from(caller);
    }

    private static String decoded(String query, int begin, int end) throws RefusedRequestException {
        try {
            return URLDecoder.decode(query.substring(begin, end), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedRequestException(UnleashAccess.badRequest("the query string is not valid URL encoding"));
        }
    }

    /**
     * The context in a body such as {@code {"userId": "7", "properties": {…}}}, or the same as member {@code context}
     * of an object. An empty body is an empty context.
     *
     * @throws DocumentException if the body is no JSON object
     */
    static EvaluationContext ofBody(byte[] body, Caller caller) {
        if (body.length == 0) {
            return new FrontendContext().from(caller);
        }
        return DocumentReader.readWhole(body, FrontendContext::request).from(caller);
    }

    private static FrontendContext request(DocumentReader reader) {
        FrontendContext flat = new FrontendContext();
        FrontendContext nested = new FrontendContext();
        boolean[] isNested = {false};
        reader.object(name -> {
            if (name.equals(CONTEXT) && reader.token() == JsonToken.START_OBJECT) {
                isNested[0] = true;
                reader.object(member -> nested.member(reader, member));
                return true;
            }
            return flat.member(reader, name);
        });
        return isNested[0] ? nested : flat;
    }

    private void parameter(String name, String value) {
        int open = name.indexOf('[');
        if (open < 0) {
            members.putIfAbsent(name, value);
            return;
        }
        boolean one = name.indexOf(']') == name.length() - 1;
        if (one && name.startsWith(PROPERTIES) && open == PROPERTIES.length()) {
            properties.putIfAbsent(name.substring(open + 1, name.length() - 1), value);
        }
    }

    private boolean member(DocumentReader reader, String name) {
        if (name.equals(PROPERTIES) && reader.token() == JsonToken.START_OBJECT) {
            reader.object(property -> scalar(reader, property, properties));
            return true;
        }
        return scalar(reader, name, members);
    }

    private static boolean scalar(DocumentReader reader, String name, Map<String, String> values) {
        if (reader.token().isStructStart() || reader.isNull()) {
            return false;
        }
        values.put(
                name,
                reader.token() == JsonToken.VALUE_NUMBER_FLOAT
                        ? NumberText.of(reader.json().asNumber())
                        : new TolerantReader(reader).text());
        return true;
    }

    private EvaluationContext from(Caller caller) {
        return caller.addTo(UnleashContext.of(members, properties)).build();
    }
}
