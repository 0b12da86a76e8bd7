package dev.jackstaff.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The path of a resource of the management API, with its query. Whatever its parts are, they name one resource only. */
public record ApiPath(String text) {
    private static final String ROOT = "/api/v1/";

    /** The path with these segments below the root of the API. */
    public static ApiPath of(String... segments) {
        return new ApiPath(ROOT + Arrays.stream(segments).map(ApiPath::encoded).collect(Collectors.joining("/")));
    }

    /** This path with a query parameter more; the same path if there is no value. */
    public ApiPath with(String parameter, @Nullable String value) {
        if (value == null) {
            return this;
        }
        return new ApiPath(text + (text.contains("?") ? '&' : '?') + encoded(parameter) + '=' + encoded(value));
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
