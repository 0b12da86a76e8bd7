package dev.jackstaff.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What somebody makes of a sound JSON document who wants to break its reader; and contexts made for the same end. */
public final class DocumentMutator {
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-+.\\w]+|[{}\\[\\],:]");
    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483647",
            "1e999",
            "9223372036854775808",
            "1.5",
            "\"\"",
            "\"default\"",
            "\"random\"",
            "\"f\"",
            "\"g\"",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "\"(a+)+$\"",
            "\"(\"",
            "\"::/129\"",
            "\"2026-99-01T00:00:00Z\"",
            "\"1.2\"",
            "\"0|0\"",
            "\"$.identity.\"",
            "{}",
            "[]",
            "[[[[[[]]]]]]",
            "{\"all\":[]}",
            "{\"segment\":\"s\"}",
            "{",
            "]",
            ",",
            "");

    private final List<String> tokens;

    /** Of a JSON document without insignificant white space. */
    public DocumentMutator(String document) {
        tokens = TOKEN.matcher(document).results().map(MatchResult::group).toList();
        if (!String.join("", tokens).equals(document)) {
            throw new IllegalArgumentException("not JSON without white space: " + document);
        }
    }

    /** A document among the resources of the test that asks. */
    public static String resource(String name) {
        try (InputStream stream = DocumentMutator.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with one or two values exchanged for others of their kind: it often stays sound. */
    public byte[] mutateValues(Random random) {
        List<String> changed = new ArrayList<>(tokens);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int place = aValue(random);
            char kind = kind(tokens.get(place));
            List<String> kin = Stream.concat(HOSTILE.stream(), tokens.stream())
                    .filter(other -> kind(other) == kind)
                    .toList();
            changed.set(place, kin.get(random.nextInt(kin.size())));
        }
        return bytes(changed);
    }

    /** The document with a few tokens left out, doubled or exchanged. */
    public byte[] mutateTokens(Random random) {
        List<String> changed = new ArrayList<>(tokens);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int place = random.nextInt(changed.size());
            switch (random.nextInt(4)) {
                case 0 -> changed.remove(place);
                case 1 -> changed.add(place, changed.get(random.nextInt(changed.size())));
                case 2 -> changed.set(place, changed.get(random.nextInt(changed.size())));
                default -> changed.set(place, HOSTILE.get(random.nextInt(HOSTILE.size())));
            }
        }
        return bytes(changed);
    }

    /** The document with a few bytes exchanged, and sometimes torn. */
    public byte[] mutateBytes(Random random) {
        byte[] changed = bytes(tokens);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }

    private static byte[] bytes(List<String> tokens) {
        return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
    }

    /** The place of a token that is a value: neither punctuation nor a member's name. */
    private int aValue(Random random) {
        int place = random.nextInt(tokens.size() - 1);
        while (kind(tokens.get(place)) == 'p' || tokens.get(place + 1).equals(":")) {
            place = random.nextInt(tokens.size() - 1);
        }
        return place;
    }

    /** What a token is: a string, a word, a number, or punctuation. */
    private static char kind(String token) {
        if (token.isEmpty() || "{}[],:".indexOf(token.charAt(0)) >= 0) {
            return 'p';
        }
        return token.charAt(0) == '"' ? 's' : Character.isLetter(token.charAt(0)) ? 'w' : 'n';
    }

    /** Contexts with a few of some attributes, and a few of any name, of every type. */
    public static Arbitrary<EvaluationContext> contexts(String... attributes) {
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(text -> (Object) text),
                Arbitraries.of("SE", "10.1.2.3", "::ffff:1.2.3.4", "1.2.3", "1.2.3-rc.1", "2026-01-01T00:00:00Z", "42"),
                Arbitraries.longs(),
                Arbitraries.doubles(),
                Arbitraries.of(true, false),
                Arbitraries.of(List.of("SE"), Map.of("country", "SE"), List.of()));
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(attributes), Arbitraries.strings().ofMaxLength(3));
        return Combinators.combine(
                        Arbitraries.maps(names, values).ofMaxSize(6),
                        Arbitraries.integers().between(1, 9_999))
                .as(DocumentMutator::context);
    }

    private static EvaluationContext context(Map<String, Object> attributes, int randomId) {
        EvaluationContext.Builder builder =
                EvaluationContext.builder().randomId(randomId).now(Instant.EPOCH);
        attributes.forEach(builder::attribute);
        return builder.build();
    }
}
