package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The small round mark of a person, or the square one of a machine. */
@Named
@ApplicationScoped
public class Initials {
    private static final int COLOURS = 5;
    private static final int LETTERS = 2;

    /** The first letters of the first two words of a name, or of an address before its {@code @}. */
    public String of(String name) {
        return Arrays.stream(name.replaceFirst("@.*", "").split("[\\s._-]+"))
                .filter(word -> !word.isEmpty())
                .limit(LETTERS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** The class of the mark's colour: the same for the same name. */
    public String colourOf(String name) {
        return "avatar-" + (Math.floorMod(name.hashCode(), COLOURS) + 1);
    }

    /** The class of the mark's shape. */
    public String shapeOf(String name) {
        return name.indexOf(' ') < 0 && name.indexOf('@') < 0 ? "avatar-machine" : "";
    }
}
