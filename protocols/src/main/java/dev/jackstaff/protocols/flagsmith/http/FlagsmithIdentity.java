package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithDialect;
import dev.jackstaff.protocols.http.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The identity of a request: identifier and traits. It is not stored. */
record FlagsmithIdentity(String identifier, List<Trait> traits) {
    FlagsmithIdentity {
        traits = List.copyOf(traits);
    }

    /**
     * A trait of an identity.
     *
     * @param value for evaluation; null if it has none
     * @param rawValue as the client wrote it
     */
    record Trait(String key, @Nullable Object value, JsonText rawValue, boolean isTransient) {
        String json() {
            return "{\"trait_key\":" + JsonText.quoted(key) + ",\"trait_value\":" + rawValue.json()
                    + (isTransient ? ",\"transient\":true}" : "}");
        }
    }

    /** An anonymous identity: the same for the same traits, and a new one each time without any. */
    static FlagsmithIdentity anonymous(List<Trait> traits) {
        if (traits.isEmpty()) {
            return new FlagsmithIdentity(UUID.randomUUID().toString().replace("-", ""), traits);
        }
        String all = traits.stream()
                .map(trait -> trait.key() + (trait.value() == null ? "" : trait.value()))
                .sorted()
                .collect(Collectors.joining());
        return new FlagsmithIdentity(Sha256.hex(all), traits);
    }

    /**
     * The evaluation context: the identifier is the targeting key, and every trait and every attribute of the host an
     * attribute.
     */
    EvaluationContext context(Caller caller) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        traits.forEach(trait -> context.attribute(
                trait.key().equals(EvaluationContext.TARGETING_KEY)
                        ? FlagsmithDialect.TARGETING_KEY_TRAIT
                        : trait.key(),
                trait.value()));
        return caller.addTo(context)
                .attribute(EvaluationContext.TARGETING_KEY, identifier)
                .build();
    }
}
