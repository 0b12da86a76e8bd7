package dev.jackstaff.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request whose answer is part of the outward surface.
 *
 * @param note what is wrong with it; empty where nothing is
 * @param key the name of the key that it presents; "none" where it presents no key
 * @param header the header that the key is in
 */
record SurfaceRequest(
        String method, String path, String note, String key, String header, Set<String> options, String body) {
    static final String WRONG_KEY = "wrong";
    private static final String NO_KEY = "none";
    private static final Pattern KNOWN_FLAG = Pattern.compile("surface-(on|new|flex)");
    private static final String UNKNOWN_FLAG = "no-such-flag";
    private static final String WRONG_METHOD = "PROPFIND";

    /** The requests of a catalogue, each followed by its faulty siblings. */
    static List<SurfaceRequest> readAll(String catalogue) {
        List<SurfaceRequest> requests = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        text(catalogue)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SurfaceRequest::parse)
                .forEach(request -> {
                    requests.add(request);
                    requests.addAll(request.faulty(paths.add(request.path.replaceFirst("\\?.*", ""))));
                });
        return requests;
    }

    static String text(String catalogue) {
        try (InputStream stream = SurfaceRequest.class.getResourceAsStream("/surface/" + catalogue)) {
            if (stream == null) {
                throw new IllegalStateException(catalogue + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SurfaceRequest parse(String line) {
        String[] columns = line.split(" \\| ", 3);
        String[] target = columns[0].split(" ", 2);
        List<String> words = List.of(columns[1].split(" ", -1));
        String[] key = words.get(0).split("@", 2);
        return new SurfaceRequest(
                target[0],
                target[1],
                "",
                key[0],
                key.length > 1 ? key[1] : "X-API-Key",
                Set.copyOf(words.subList(1, words.size())),
                columns.length > 2 ? columns[2] : "");
    }

    private List<SurfaceRequest> faulty(boolean firstOfItsPath) {
        List<SurfaceRequest> faulty = new ArrayList<>();
        if (!key.equals(NO_KEY)) {
            faulty.add(new SurfaceRequest(method, path, "without a key", NO_KEY, header, Set.of(), body));
            faulty.add(new SurfaceRequest(method, path, "with a wrong key", WRONG_KEY, header, Set.of(), body));
        }
        if (!body.isEmpty()) {
            faulty.add(new SurfaceRequest(method, path, "with torn JSON", key, header, Set.of(), "{"));
        }
        if (KNOWN_FLAG.matcher(path).find()) {
            String other = KNOWN_FLAG.matcher(path).replaceAll(UNKNOWN_FLAG);
            faulty.add(new SurfaceRequest(method, other, "for an unknown flag", key, header, Set.of(), body));
        }
        if (options.contains("unknown")) {
            String other = KNOWN_FLAG.matcher(body).replaceAll(UNKNOWN_FLAG);
            faulty.add(new SurfaceRequest(method, path, "for an unknown flag", key, header, Set.of(), other));
        }
        if (firstOfItsPath) {
            faulty.add(new SurfaceRequest(WRONG_METHOD, path, "with a wrong method", key, header, Set.of(), body));
        }
        return faulty;
    }

    boolean keyed() {
        return !key.equals(NO_KEY);
    }

    /** What follows an option's name, as of {@code save:NAME}. */
    Optional<String> option(String name) {
        return options.stream()
                .filter(option -> option.startsWith(name + ":"))
                .map(option -> option.substring(name.length() + 1))
                .findFirst();
    }

    String title() {
        return method + " " + path + (keyed() && !key.equals(WRONG_KEY) ? ", " + key + " key" : "")
                + (note.isEmpty() ? "" : ", " + note) + (body.isEmpty() || !note.isEmpty() ? "" : " " + body);
    }
}
