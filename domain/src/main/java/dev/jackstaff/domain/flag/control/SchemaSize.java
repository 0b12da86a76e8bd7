package dev.jackstaff.domain.flag.control;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The size that a JSON Schema has with all its references written out: a schema of a few lines can have billions. Refers to
 * itself, or to anything outside, no schema that has a size.
 */
final class SchemaSize {
    private static final long MAX = 10_000_000;
    private static final Set<String> REFUSED =
            Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor");
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonNode root;
    private final Map<String, Long> sizes = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private SchemaSize(JsonNode root) {
        this.root = root;
    }

    /**
     * The size of a schema, in characters.
     *
     * @throws IllegalArgumentException if it has none
     */
    static long of(JsonNode schema) {
        long size = new SchemaSize(schema).size(schema);
        if (size > MAX) {
            throw new IllegalArgumentException("is too large with its references written out");
        }
        return size;
    }

    private long size(JsonNode node) {
        if (!node.isContainerNode()) {
            return 1L + node.asText().length();
        }
        long size = 1;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                size = capped(size + member.getKey().length() + size(member.getKey(), member.getValue()));
            }
        } else {
            for (JsonNode element : node) {
                size = capped(size + size(element));
            }
        }
        return size;
    }

    private long size(String keyword, JsonNode value) {
        if (!value.isTextual() && !value.isBoolean()) {
            return size(value);
        }
        String text = value.asText();
        if (REFUSED.contains(keyword)) {
            throw new IllegalArgumentException("must not have " + keyword);
        }
        if (keyword.equals("$schema") && !text.equals(DRAFT) && !text.equals(DRAFT + "#")) {
            throw new IllegalArgumentException("$schema must be " + DRAFT);
        }
        return text.length() + (keyword.equals("$ref") && value.isTextual() ? sizeOf(text) : 1L);
    }

    private long sizeOf(String reference) {
        if (!reference.startsWith("#")) {
            throw new IllegalArgumentException(
                    "must not refer to anything outside of itself: \"" + reference + "\" does not begin with #");
        }
        Long known = sizes.get(reference);
        if (known != null) {
            return known;
        }
        if (!open.add(reference)) {
            throw new IllegalArgumentException("must not contain itself: \"" + reference + "\"");
        }
        long size = size(target(reference));
        open.remove(reference);
        sizes.put(reference, size);
        return size;
    }

    private JsonNode target(String reference) {
        String pointer = URI.create(reference).getFragment();
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException("must refer by a JSON pointer: \"" + reference + "\"");
        }
        JsonNode target = root.at(JsonPointer.compile(pointer));
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("has nothing at \"" + reference + "\"");
        }
        return target;
    }

    private static long capped(long size) {
        return Math.min(size, MAX + 1);
    }
}
