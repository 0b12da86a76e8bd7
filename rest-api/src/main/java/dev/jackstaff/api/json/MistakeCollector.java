package dev.jackstaff.api.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.engine.snapshot.DocumentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The search for all mistakes in the shape of a body. A reader stops at the first one; here that is taken out of the
 * body, and the rest is read again, until nothing is refused.
 */
final class MistakeCollector {
    /** The most mistakes that are reported; each costs a reading of the body. */
    private static final int MOST = 20;

    private final JavaType type;
    private final JsonNode body;
    private final List<Violation> mistakes = new ArrayList<>();

    /** For arrays that something was taken out of, where the remaining elements stood. */
    private final IdentityHashMap<JsonNode, List<Integer>> positions = new IdentityHashMap<>();

    MistakeCollector(byte[] body, JavaType type) {
        this.type = type;
        this.body = parse(body);
    }

    /**
     * All mistakes, at most {@value #MOST}: what is unknown, of another type or no valid definition, and what is missing.
     *
     * @param required the members that must be there
     */
    List<Violation> collect(Collection<String> required) {
        while (mistakes.size() < MOST && findNext()) {
            // the mistake is noted and taken out
        }
        var mistaken = new HashSet<String>();
        mistakes.forEach(mistake -> mistaken.add(mistake.field()));
        for (String names : required) {
            List<String> alternatives = List.of(names.split("/", -1));
            boolean there = alternatives.stream().anyMatch(name -> body.hasNonNull(name) || mistaken.contains(name));
            if (mistakes.size() < MOST && body.isObject() && !there) {
                mistakes.add(new Violation(alternatives.get(0), "is required"));
            }
        }
        return List.copyOf(mistakes);
    }

    /** Notes the next mistake and takes it out; false if there is none, or none that can be taken out. */
    private boolean findNext() {
        try {
            StrictJsonMapper.MAPPER.readValue(StrictJsonMapper.MAPPER.writeValueAsBytes(body), type);
            return false;
        } catch (JsonMappingException mismatch) {
            mistakes.add(violation(mismatch));
            return remove(mismatch.getPath());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Violation violation(JsonMappingException mismatch) {
        String path = path(mismatch.getPath(), true);
        if (mismatch.getCause() instanceof DocumentException refused) {
            String shifted = path(mismatch.getPath(), false);
            return new Violation(
                    refused.path().startsWith(shifted) ? path + refused.path().substring(shifted.length()) : path,
                    refused.reason());
        }
        if (mismatch instanceof UnrecognizedPropertyException) {
            return new Violation(path, "is not a known member");
        }
        if (mismatch instanceof MismatchedInputException mistyped && mistyped.getTargetType() != null) {
            return new Violation(path, "must be " + JsonTypeNames.of(mistyped.getTargetType()));
        }
        return new Violation(path, "cannot be parsed");
    }

    /** The path of a value, with the positions of elements in the body as it is now, or as it was sent. */
    private String path(List<Reference> references, boolean sent) {
        StringBuilder path = new StringBuilder();
        @Nullable JsonNode node = body;
        for (Reference reference : references) {
            String name = reference.getFieldName();
            if (name == null) {
                int index = reference.getIndex();
                path.append('[').append(sent ? position(node, index) : index).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(name);
            }
            node = child(node, reference);
        }
        return path.toString();
    }

    private int position(@Nullable JsonNode array, int index) {
        List<Integer> known = positions.get(array);
        return known == null || index >= known.size() ? index : known.get(index);
    }

    private static @Nullable JsonNode child(@Nullable JsonNode node, Reference reference) {
        if (node == null) {
            return null;
        }
        return reference.getFieldName() == null ? node.get(reference.getIndex()) : node.get(reference.getFieldName());
    }

    private boolean remove(List<Reference> references) {
        if (references.isEmpty()) {
            return false;
        }
        Reference last = references.get(references.size() - 1);
        @Nullable JsonNode parent = body;
        for (Reference reference : references.subList(0, references.size() - 1)) {
            parent = child(parent, reference);
        }
        if (parent instanceof ArrayNode array && array.has(last.getIndex())) {
            positions
                    .computeIfAbsent(array, whole -> IntStream.range(0, array.size())
                            .boxed()
                            .collect(Collectors.toCollection(ArrayList::new)))
                    .remove(last.getIndex());
            array.remove(last.getIndex());
            return true;
        }
        return parent instanceof ObjectNode object && object.remove(last.getFieldName()) != null;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return StrictJsonMapper.MAPPER
                    .reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
