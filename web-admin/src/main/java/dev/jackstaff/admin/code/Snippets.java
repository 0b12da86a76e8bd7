package dev.jackstaff.admin.code;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The code that asks for a flag with one SDK, from the file that is named like the SDK. There a line {@code === step file}
 * begins a piece; {@code step:boolean} and {@code step:other} are for flags of that type only.
 */
final class Snippets {
    private static final Pattern PIECE = Pattern.compile("(?m)^=== ");

    private Snippets() {}

    /**
     * The pieces of code, in their order.
     *
     * @param edge the address that is asked
     * @param secret the key, or what stands for it
     * @param fallback what the code gets when it is not answered
     */
    static List<Snippet> of(Sdk sdk, String key, String edge, String secret, Value fallback) {
        ValueType type = fallback.type();
        Language language = sdk.language();
        String other = type == ValueType.BOOLEAN ? ":other" : ":boolean";
        List<Snippet> snippets = new ArrayList<>();
        for (String piece : PIECE.split(template(sdk), 0)) {
            int end = piece.indexOf('\n');
            String[] head = piece.substring(0, Math.max(0, end)).split(" ", 2);
            if (head.length < 2 || head[0].endsWith(other)) {
                continue;
            }
            String text = piece.substring(end + 1)
                    .stripTrailing()
                    .replace("@METHOD@", language.method(type))
                    .replace("@TYPE@", Language.javaType(type))
                    .replace("@IMPORT@\n", language.imported(type) + "\n")
                    .replace("@EDGE@", edge)
                    .replace("@KEY@", key)
                    .replace("@SECRET@", secret)
                    .replace("@DEFAULT@", language.literal(fallback));
            snippets.add(new Snippet(head[0].replaceFirst(":.*", ""), head[1], text));
        }
        return snippets;
    }

    private static String template(Sdk sdk) {
        String file = sdk.getLabel() + ".txt";
        try (InputStream text = Snippets.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
