package dev.jackstaff.edge.settings;

import java.util.List;

/** An option of a product that an edge replaces, and what becomes of it here. */
public interface ForeignOption {
    /** What becomes of an option. */
    enum Effect {
        /** It is another name of one of Jackstaff's settings. */
        HONOURED("does the same"),

        /** Nothing depends on it here; a line of the log says so. */
        WITHOUT_EFFECT("has no effect here, and a line of the log says so"),

        /** The edge would be something else than its operator expects; it does not start. */
        REFUSED("ends the start"),

        /** Not an edge but the command reads it. */
        COMMAND("is read by `./jackstaff health` and `ready`");

        private final String sentence;

        Effect(String sentence) {
            this.sentence = sentence;
        }

        /** The effect, as the end of a sentence that begins with the option. */
        public String sentence() {
            return sentence;
        }
    }

    /** The environment variable, or the member of a configuration file. */
    String variable();

    /** The options on the command line; none if there is only the variable. */
    default List<String> flags() {
        return List.of();
    }

    Effect effect();

    /** What differs from the original, or why there is no effect; empty if nothing does. */
    String remark();
}
