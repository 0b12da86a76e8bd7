package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers Flagsmith's requests for flags, whatever carries them. As its Edge Proxy it keeps nothing: an identity is what the
 * request tells of it.
 */
@Dependent
public class Flagsmith {
    private final FlagsmithKeys keys;

    @Inject
    Flagsmith(FlagsmithKeys keys) {
        this.keys = keys;
    }

    /**
     * The flags of nobody in particular.
     *
     * @param feature the only one that is asked for; null for all
     */
    public Reply flags(@Nullable String key, @Nullable String feature) {
        Access access = keys.access(key);
        if (!(access instanceof Access.Granted granted)) {
            return Failure.of(access, key);
        }
        ServedFeatures features = ServedFeatures.of(granted.environment());
        EvaluationContext nobody = EvaluationContext.builder().build();
        if (feature == null) {
            ByteArrayOutputStream out = features.roomForAll();
            features.write(nobody, granted.serverOnlyToo(), out);
            return new Reply(Reply.OK, features.headers(), out.toByteArray());
        }
        byte[] one = features.one(feature, nobody, granted.serverOnlyToo());
        return one == null ? Failure.unknownFeature(feature) : new Reply(Reply.OK, features.headers(), one);
    }

    /**
     * The flags of somebody of whom nothing is known but the name.
     *
     * @param identifier null or blank where it is missing
     */
    public Reply identity(@Nullable String key, @Nullable String identifier) {
        Access access = keys.access(key);
        if (!(access instanceof Access.Granted granted)) {
            return Failure.of(access, key);
        }
        if (identifier == null || identifier.isBlank()) {
            return Failure.unfit(Unfit.missing("query", "identifier"));
        }
        return answer(granted, new Identity(identifier, List.of()));
    }

    /**
     * The flags of somebody with traits.
     *
     * @param body the request's document, UTF-8
     * @param identifier from the request's address; counts where the body has none
     */
    public Reply identify(@Nullable String key, byte[] body, @Nullable String identifier) {
        Access access = keys.access(key);
        if (!(access instanceof Access.Granted granted)) {
            return Failure.of(access, key);
        }
        try {
            return answer(granted, IdentityReader.read(body, identifier));
        } catch (Unfit unfit) {
            return Failure.unfit(unfit);
        }
    }

    private static Reply answer(Access.Granted granted, Identity identity) {
        ServedFeatures features = ServedFeatures.of(granted.environment());
        StringBuilder head = new StringBuilder("{\"identifier\":").append(JsonText.quoted(identity.identifier()));
        String separator = ",\"traits\":[";
        for (Identity.Trait trait : identity.traits()) {
            head.append(separator).append(trait.json());
            separator = ",";
        }
        head.append(identity.traits().isEmpty() ? separator : "").append("],\"flags\":");
        ByteArrayOutputStream out = features.roomForAll();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        features.write(identity.context(), granted.serverOnlyToo(), out);
        out.write('}');
        return new Reply(Reply.OK, features.headers(), out.toByteArray());
    }
}
