package dev.jackstaff.domain.oidc.control;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of identity providers. It follows no redirects, reads JSON objects of a limited size, and waits for a limited
 * time. Thread-safe.
 */
@ApplicationScoped
public class ProviderClient {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int MAX_BYTES = 512 * 1024;
    private static final int OK = 200;

    /** An answer: its status, and its JSON object, which is empty if it is none. */
    record Answer(int status, Map<String, Object> body) {
        boolean isOk() {
            return status == OK;
        }

        String text(String member) {
            return body.get(member) instanceof String text ? text : "";
        }
    }

    /** Gets a document; its status is 200. */
    Map<String, Object> get(URI address) throws ProviderUnavailableException {
        Answer answer = send(address, null, null);
        if (!answer.isOk()) {
            throw new ProviderUnavailableException(address + " answered " + answer.status());
        }
        return answer.body();
    }

    /**
     * Posts a form.
     *
     * @param authorization the value of the header; null for none
     */
    Answer post(URI address, Map<String, String> form, @Nullable String authorization)
            throws ProviderUnavailableException {
        String encoded = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(address, encoded.getBytes(StandardCharsets.US_ASCII), authorization);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer send(URI address, byte @Nullable [] form, @Nullable String authorization)
            throws ProviderUnavailableException {
        if (!IdentityProvider.isSecure(address)) {
            throw new ProviderUnavailableException(address + " is not an https address");
        }
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "application/json");
            if (authorization != null) {
                connection.setRequestProperty("Authorization", authorization);
            }
            if (form != null) {
                connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(form.length); // so that it is never sent twice
                connection.getOutputStream().write(form);
            }
            return read(connection);
        } catch (IOException failed) {
            throw new ProviderUnavailableException(address + " cannot be reached: " + failed.getMessage(), failed);
        }
    }

    private static Answer read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("the answer is larger than " + MAX_BYTES + " bytes");
            }
            return new Answer(status, parse(bytes));
        }
    }

    private static Map<String, Object> parse(byte[] bytes) {
        try {
            return JSONObjectUtils.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (ParseException noObject) {
            return Map.of();
        }
    }
}
