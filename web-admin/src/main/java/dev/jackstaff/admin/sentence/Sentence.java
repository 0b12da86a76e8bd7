package dev.jackstaff.admin.sentence;

import dev.jackstaff.admin.frame.MessageBundle;
import java.util.ArrayList;
import java.util.List;

/** A sentence as it is written, piece by piece; words come from the message bundle by their key. */
final class Sentence {
    private static final int LONGEST_ON_ONE_LINE = 32;

    private final List<Piece> pieces = new ArrayList<>();
    private final VariantColours colours;

    Sentence(VariantColours colours) {
        this.colours = colours;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    private boolean add(String kind, String text) {
        return pieces.add(Piece.of(kind, text));
    }

    boolean raw(String text) {
        return add("text", text);
    }

    boolean text(String key) {
        return raw(MessageBundle.format(key));
    }

    boolean join(String key) {
        return add("join", MessageBundle.format(key));
    }

    boolean strong(String key) {
        return strongText(MessageBundle.format(key));
    }

    boolean strongText(String text) {
        return add("strong", text);
    }

    boolean operator(String key, Object... arguments) {
        return operatorText(MessageBundle.format(key, arguments));
    }

    boolean operatorText(String text) {
        return add("op", text);
    }

    boolean attribute(String name) {
        return add("attr", name);
    }

    boolean value(String text) {
        return add(text.length() > LONGEST_ON_ONE_LINE ? "val long" : "val", text);
    }

    boolean serve(String variant, String text) {
        return pieces.add(new Piece("serve", text, colours.dot(variant)));
    }
}
