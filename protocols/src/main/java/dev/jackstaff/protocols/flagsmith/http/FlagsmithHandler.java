package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The handler of Flagsmith's requests for flags. Like its Edge Proxy it stores nothing: an identity consists of what
 * the request contains.
 */
@Dependent
public class FlagsmithHandler {
    private final FlagsmithKeyAccess keys;

    @Inject
    FlagsmithHandler(FlagsmithKeyAccess keys) {
        this.keys = keys;
    }

    /**
     * The environment's flags without an identity.
     *
     * @param caller the caller of the request
     * @param feature the only requested feature; null or empty for all
     */
    public Reply flags(Caller caller, @Nullable String feature) {
        return ifGranted(caller, granted -> flags(granted, caller, feature));
    }

    private static Reply flags(Access.Granted granted, Caller caller, @Nullable String feature) {
        FeatureListView features = FeatureListView.of(granted.environment());
        EvaluationContext nobody = caller.addTo(EvaluationContext.builder()).build();
        if (feature == null || feature.isEmpty()) {
            ByteArrayOutputStream out = features.newBuffer();
            features.write(nobody, granted, out);
            return new Reply(Reply.OK, features.headers(), out.toByteArray());
        }
        byte[] one = features.one(feature, nobody, granted);
        return one == null ? FlagsmithRefusals.unknownFeature(feature) : new Reply(Reply.OK, features.headers(), one);
    }

    /**
     * The flags of an identity without traits.
     *
     * @param caller the caller of the request
     * @param identifier null if it is missing; an empty one is an identity like any other
     */
    public Reply identity(Caller caller, @Nullable String identifier) {
        return ifGranted(
                caller,
                granted -> identifier == null
                        ? FlagsmithRefusals.invalidRequest(RequestValidationException.missing("query", "identifier"))
                        : answer(granted, new FlagsmithIdentity(identifier, List.of()), caller));
    }

    /**
     * The flags of an identity with traits.
     *
     * @param caller the caller of the request
     * @param body reads the request's document, UTF-8; not called for a caller without access
     * @param identifier from the request's address; used if the body has none
     */
    public Reply identify(Caller caller, Supplier<byte[]> body, @Nullable String identifier) {
        return ifGranted(caller, granted -> {
            try {
                return answer(granted, FlagsmithIdentityReader.read(body.get(), identifier), caller);
            } catch (RequestValidationException invalid) {
                return FlagsmithRefusals.invalidRequest(invalid);
            }
        });
    }

    private Reply ifGranted(Caller caller, Function<Access.Granted, Reply> handler) {
        return keys.access(caller.key()).match(handler, new FlagsmithRefusals.ForKey(caller.key()));
    }

    /**
     * The flags of an identity. The host's attributes take part in the evaluation, but are not among the traits in the
     * response.
     */
    private static Reply answer(Access.Granted granted, FlagsmithIdentity identity, Caller caller) {
        FeatureListView features = FeatureListView.of(granted.environment());
        StringBuilder head = new StringBuilder("{\"identifier\":").append(JsonText.quoted(identity.identifier()));
        String separator = ",\"traits\":[";
        for (FlagsmithIdentity.Trait trait : identity.traits()) {
            head.append(separator).append(trait.json());
            separator = ",";
        }
        head.append(identity.traits().isEmpty() ? separator : "").append("],\"flags\":");
        ByteArrayOutputStream out = features.newBuffer();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        features.write(identity.context(caller), granted, out);
        out.write('}');
        return new Reply(Reply.OK, features.headers(), out.toByteArray());
    }
}
