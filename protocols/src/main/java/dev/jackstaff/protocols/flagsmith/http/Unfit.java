package dev.jackstaff.protocols.flagsmith.http;

import java.util.List;

/** A request that is not what it should be: what is wrong, and where. */
final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient List<String> place;

    /**
     * A refusal.
     *
     * @param type the framework's name for what is wrong
     * @param place the way to it, from {@code query} or {@code body}
     */
    Unfit(String type, List<String> place, String sentence) {
        super(sentence);
        this.type = type;
        this.place = List.copyOf(place);
    }

    static Unfit missing(String... place) {
        return new Unfit("missing", List.of(place), "Field required");
    }

    String type() {
        return type;
    }

    List<String> place() {
        return place;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
