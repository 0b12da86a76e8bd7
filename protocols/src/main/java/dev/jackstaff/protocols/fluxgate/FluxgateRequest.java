package dev.jackstaff.protocols.fluxgate;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.json.RequestObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation request of a FluxGate client.
 *
 * @param format the response format that the client reads
 * @param flags one, unless the format is {@link Format#MAP}
 * @param environment the environment's id as the client names it; null if it names none
 * @param secret the key in the body: the client's secret, or its id if it sends nothing else; null if absent
 * @param sdk the SDK that the caller uses; empty if it does not say
 */
record FluxgateRequest(
        Format format,
        List<String> flags,
        EvaluationContext context,
        @Nullable String environment,
        @Nullable String secret,
        String sdk) {
    /** The three request formats that clients use. */
    enum Format {
        /** {@code {flagKey, context: {bucketingKey, environment_id, …}}}. */
        CURRENT,
        /** {@code {feature_key, environment_id, context: [{key, value}]}}, whose client reads {@code enabled} only. */
        LEGACY,
        /** {@code {features: […], context}}, answered by a map. */
        MAP
    }

    private static final String ENVIRONMENT = "environment_id";

    /**
     * The request in a body.
     *
     * @throws IllegalArgumentException with a message for the client, if it is invalid
     */
    static FluxgateRequest parse(byte[] body, Caller caller) {
        RequestObject request = RequestObject.parse(body);
        String current = request.text("flagKey");
        String older = request.text("feature_key");
        RequestObject context = request.object("context");
        Format form = current != null ? Format.CURRENT : older != null ? Format.LEGACY : Format.MAP;
        String environment = context.text(ENVIRONMENT);
        return new FluxgateRequest(
                form,
                form == Format.MAP ? several(request) : List.of(String.valueOf(current != null ? current : older)),
                contextOf(request, context, caller),
                environment != null ? environment : environmentOutsideContext(request),
                request.text("client_secret", "client_id"),
                caller.sdk());
    }

    private static List<String> several(RequestObject request) {
        List<String> flags = request.texts("features");
        if (flags == null) {
            throw new IllegalArgumentException("\"flagKey\" is required");
        }
        return flags;
    }

    private static @Nullable String environmentOutsideContext(RequestObject request) {
        for (RequestObject pair : request.objects("context")) {
            if (ENVIRONMENT.equals(pair.text("key"))) {
                return pair.text("value");
            }
        }
        return request.text(ENVIRONMENT);
    }

    /** The evaluation context. The bucketing key is another name for the targeting key, which takes precedence. */
    private static EvaluationContext contextOf(RequestObject request, RequestObject context, Caller caller) {
        EvaluationContext.Builder builder = EvaluationContext.builder();
        context.addTo(builder);
        for (RequestObject pair : request.objects("context")) {
            String key = pair.text("key");
            if (key != null) {
                builder.attribute(key, pair.members().get("value"));
            }
        }
        EvaluationContext given = builder.build();
        String targetingKey = given.text(EvaluationContext.TARGETING_KEY);
        builder.attribute(
                EvaluationContext.TARGETING_KEY, targetingKey != null ? targetingKey : given.text("bucketingKey"));
        return caller.addTo(builder).build();
    }
}
