package dev.jackstaff.protocols.flagsmith.http;

import java.util.List;

/** A request that fails validation: the error type, its location and its message. */
final class RequestValidationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient List<String> place;

    /**
     * A validation failure.
     *
     * @param type the framework's error type
     * @param place the path of the location, from {@code query} or {@code body}
     */
    RequestValidationException(String type, List<String> place, String sentence) {
        super(sentence);
        this.type = type;
        this.place = List.copyOf(place);
    }

    static RequestValidationException missing(String... place) {
        return new RequestValidationException("missing", List.of(place), "Field required");
    }

    String type() {
        return type;
    }

    List<String> place() {
        return place;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
