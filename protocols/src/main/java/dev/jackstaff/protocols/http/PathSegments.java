package dev.jackstaff.protocols.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The segments of a path as it was sent: servers decode a path before they split it, and take {@code %2F} for a slash. */
public final class PathSegments {
    private PathSegments() {}

    /**
     * The segments, decoded, without empty ones and without parameters.
     *
     * @param path not decoded; what cannot be decoded stays as it is
     */
    public static List<String> of(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (!name.isEmpty()) {
                segments.add(decoded(name));
            }
        }
        return segments;
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }
}
