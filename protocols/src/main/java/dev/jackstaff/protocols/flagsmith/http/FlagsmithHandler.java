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
 * Answers Flagsmith's requests for flags, whatever carries them. As its Edge Proxy it keeps nothing: an identity is what the
 * request tells of it.
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
     * @param caller who asks
     * @param feature the only one that is asked for; null for all
     */
    public Reply flags(Caller caller, @Nullable String feature) {
        return ifGranted(caller, granted -> flags(granted, caller, feature));
    }

    private static Reply flags(Access.Granted granted, Caller caller, @Nullable String feature) {
        FeatureListView features = FeatureListView.of(granted.environment());
        EvaluationContext nobody = caller.addTo(EvaluationContext.builder()).build();
        if (feature == null) {
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
     * @param caller who asks
     * @param identifier null or blank where it is missing
     */
    public Reply identity(Caller caller, @Nullable String identifier) {
        return ifGranted(
                caller,
                granted -> identifier == null || identifier.isBlank()
                        ? FlagsmithRefusals.invalidRequest(RequestValidationException.missing("query", "identifier"))
                        : answer(granted, new FlagsmithIdentity(identifier, List.of()), caller));
    }

    /**
     * The flags of somebody with traits.
     *
     * @param caller who asks
     * @param body takes in the request's document, UTF-8. Not asked for who may not ask
     * @param identifier from the request's address; counts where the body has none
     */
    public Reply identify(Caller caller, Supplier<byte[]> body, @Nullable String identifier) {
        return ifGranted(caller, granted -> {
            try {
                return answer(granted, FlagsmithIdentityReader.read(body.get(), identifier), caller);
            } catch (RequestValidationException unfit) {
                return FlagsmithRefusals.invalidRequest(unfit);
            }
        });
    }

    private Reply ifGranted(Caller caller, Function<Access.Granted, Reply> answering) {
        return keys.access(caller.key()).match(answering, new FlagsmithRefusals.ForKey(caller.key()));
    }

    /** What the host knows of the caller counts, and is not among the traits that are told. */
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
