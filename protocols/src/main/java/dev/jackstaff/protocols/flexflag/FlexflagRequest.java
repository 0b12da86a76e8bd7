package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.json.RequestObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of a FlexFlag client: the subject and its attributes beside the flag's key, in {@code user_context}, or in
 * {@code context}; names in snake case or camel case.
 */
record FlexflagRequest(RequestObject body, Caller caller) {
    private static final String[] SUBJECT = {"user_context", "userContext", "context"};
    private static final String[] USER = {"user_id", "userId", "user_key", "userKey"};
    private static final String ATTRIBUTES = "attributes";

    /**
     * The request in a body.
     *
     * @throws IllegalArgumentException with a message for the client, if it is invalid
     */
    static FlexflagRequest parse(byte[] body, Caller caller) {
        return new FlexflagRequest(RequestObject.parse(body), caller);
    }

    /**
     * The single requested flag.
     *
     * @throws IllegalArgumentException if there is none
     */
    String flag() {
        String flag = body.text("flag_key", "flagKey");
        if (flag == null || flag.isEmpty()) {
            throw new IllegalArgumentException("flag_key is required");
        }
        return flag;
    }

    /**
     * The requested flags, without duplicates.
     *
     * @throws IllegalArgumentException if there is no list of them
     */
    List<String> flags() {
        List<String> flags = body.texts("flag_keys", "flagKeys", "flags");
        if (flags == null) {
            throw new IllegalArgumentException("flag_keys is required");
        }
        return flags;
    }

    EvaluationContext context() {
        EvaluationContext.Builder context = EvaluationContext.builder();
        RequestObject subject = body.object(SUBJECT);
        body.object(ATTRIBUTES).addTo(context);
        subject.members().forEach((name, value) -> {
            if (!name.equals(ATTRIBUTES)) {
                context.attribute(name, value);
            }
        });
        subject.object(ATTRIBUTES).addTo(context);
        for (String name : USER) {
            String beside = body.text(name);
            if (beside != null) {
                context.attribute(name, beside);
            }
        }
        context.attribute(EvaluationContext.TARGETING_KEY, targetingKey(context.build()));
        return caller.addTo(context).build();
    }

    private static @Nullable String targetingKey(EvaluationContext context) {
        for (String name : USER) {
            String user = context.text(name);
            if (user != null && !user.isEmpty()) {
                return user;
            }
        }
        return context.text(EvaluationContext.TARGETING_KEY);
    }
}
