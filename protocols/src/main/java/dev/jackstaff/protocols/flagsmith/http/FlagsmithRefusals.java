package dev.jackstaff.protocols.flagsmith.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.Reply;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Refusals in the forms of Flagsmith's Edge Proxy: its own form, and for invalid requests that of its web framework.
 */
final class FlagsmithRefusals {
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNPROCESSABLE = 422;
    private static final int MAX_NAME_LENGTH = 255;

    private FlagsmithRefusals() {}

    /**
     * The refusals of a key without access.
     *
     * @param key as the client presented it; null if it presented none
     */
    record ForKey(@Nullable String key) implements Access.RefusalCases<Reply> {
        @Override
        public Reply unknown(String reason) {
            String message = key == null ? reason : reason + " '" + legible(key) + "'";
            return reply(Reply.UNAUTHORIZED, "unauthorized", message);
        }

        @Override
        public Reply forbidden(String reason) {
            return FlagsmithRefusals.forbidden(reason);
        }

        @Override
        public Reply notReady(String reason) {
            return reply(Reply.UNAVAILABLE, "unavailable", reason).with("Retry-After", "1");
        }
    }

    static Reply forbidden(String message) {
        return reply(Reply.FORBIDDEN, "forbidden", message);
    }

    static Reply unknownFeature(String name) {
        return reply(Reply.NOT_FOUND, "not_found", "feature '" + legible(name) + "' not found");
    }

    /**
     * The refusal for an environment of a foreign system, whose rules Flagsmith's documents cannot express; remote
     * evaluation is possible.
     */
    static Reply notExportable(@Nullable String dialect) {
        return reply(
                Reply.NOT_FOUND,
                "not_found",
                "this environment comes from " + dialect
                        + ", whose rules cannot be expressed in an environment document; /api/v1/flags/ and"
                        + " /api/v1/identities/ evaluate them");
    }

    /** The response for an unknown path. */
    static Reply notFound() {
        return detail(Reply.NOT_FOUND, "Not Found");
    }

    /** The response to a request that reaches no handler, in the framework's form and with its words. */
    static Reply failure(int status, String sentence) {
        return switch (status) {
            case Reply.NOT_FOUND -> notFound();
            case METHOD_NOT_ALLOWED -> detail(status, "Method Not Allowed");
            default -> detail(status, sentence);
        };
    }

    /** The refusal of an unreadable body, in the framework's form. */
    static Reply unreadableBody(WebApplicationException refused) {
        return detail(refused.getResponse().getStatus(), String.valueOf(refused.getMessage()));
    }

    private static Reply detail(int status, String sentence) {
        return Reply.of(status, ("{\"detail\":" + JsonText.quoted(sentence) + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static String legible(String text) {
        return PrintableText.singleLine(text, MAX_NAME_LENGTH);
    }

    private static Reply reply(int status, String name, String message) {
        return Reply.of(
                status,
                ("{\"status\":\"" + name + "\",\"message\":" + JsonText.quoted(message) + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Reply invalidRequest(RequestValidationException unfit) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            generator.writeArrayFieldStart("detail");
            generator.writeStartObject();
            generator.writeStringField("type", unfit.type());
            generator.writeArrayFieldStart("loc");
            for (String step : unfit.place()) {
                if (!step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    generator.writeNumber(step);
                } else {
                    generator.writeString(step);
                }
            }
            generator.writeEndArray();
            generator.writeStringField("msg", unfit.message());
            generator.writeEndObject();
            generator.writeEndArray();
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Reply.of(UNPROCESSABLE, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
