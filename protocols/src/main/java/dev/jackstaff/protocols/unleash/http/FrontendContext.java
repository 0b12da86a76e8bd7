package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.TolerantReader;
import dev.jackstaff.protocols.unleash.UnleashContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context of a frontend request. Names that are no fields are properties, wherever they are; what is not a scalar counts
 * as absent. The address of the connection stands in where the client says none.
 */
final class FrontendContext {
    private static final String PROPERTIES = "properties";
    private static final String CONTEXT = "context";
    private static final String ADDRESS = "remoteAddress";

    private final Map<String, String> members = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    private FrontendContext() {}

    /** From {@code ?userId=7&properties[region]=eu}, decoded; of a name said twice, the first counts. */
    static EvaluationContext ofQuery(Map<String, List<String>> query, @Nullable String address) {
        FrontendContext context = new FrontendContext();
        query.forEach((name, values) -> {
            if (!values.isEmpty()) {
                context.parameter(name, values.get(0));
            }
        });
        return context.from(address);
    }

    /**
     * From {@code {"userId": "7", "properties": {…}}}, or the same as member {@code context} of an object. An empty body is a
     * context that knows nothing.
     *
     * @throws DocumentException where the body is no JSON object
     */
    static EvaluationContext ofBody(byte[] body, @Nullable String address) {
        if (body.length == 0) {
            return new FrontendContext().from(address);
        }
        return DocumentReader.whole(body, FrontendContext::request).from(address);
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
            members.put(name, value);
            return;
        }
        boolean one = name.indexOf(']') == name.length() - 1;
        if (one && name.startsWith(PROPERTIES) && open == PROPERTIES.length()) {
            properties.put(name.substring(open + 1, name.length() - 1), value);
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
        values.put(name, new TolerantReader(reader).text());
        return true;
    }

    private EvaluationContext from(@Nullable String address) {
        if (address != null && !properties.containsKey(ADDRESS)) {
            members.putIfAbsent(ADDRESS, address);
        }
        return UnleashContext.of(members, properties).build();
    }
}
