package dev.jackstaff.api.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.engine.JsonText;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch (RFC 7396): the members of a representation that change, where null removes one. What it does not
 * name keeps its spelling; that of a number matters, and a document model would change it.
 */
public record MergePatch(JsonText document) {
    /** The media type of patches. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private static final JsonText NOTHING = new JsonText("{}", JsonToken.START_OBJECT);

    /**
     * The patch of a body.
     *
     * @throws DomainException.Invalid if it is no object, and so would replace the whole representation
     */
    public MergePatch {
        if (document.token() != JsonToken.START_OBJECT) {
            throw new DomainException.Invalid("", "must be an object with the members that change");
        }
    }

    /** The version that the patch expects to change; null if it names none. */
    public @Nullable Long version() {
        JsonText version = members(document).get("version");
        return version == null || isNull(version) ? null : Long.valueOf(RequestFields.whole("version", version));
    }

    /**
     * The representation that follows.
     *
     * @param present the representation as it is, which has more members than a request
     * @param request the record of a request that replaces it
     * @throws DomainException.Invalid if the patch has a member that a request has not, or changes one that only
     *     responses have
     */
    public <T extends Record> T applyTo(Record present, Class<T> request) {
        JsonText before = JsonText.parse(new String(JsonBody.write(present), StandardCharsets.UTF_8));
        JsonText patch = changes(members(before), request);
        return JsonBody.read(merge(before, patch).json().getBytes(StandardCharsets.UTF_8), request);
    }

    /** The members that change, under the names that they have in a response. */
    private JsonText changes(Map<String, JsonText> before, Class<? extends Record> request) {
        Map<String, String> names = names(request);
        Set<String> readable = readable(request);
        Map<String, JsonText> changes = new LinkedHashMap<>();
        Violations violations = new Violations();
        members(document).forEach((name, value) -> {
            String known = names.get(name);
            if (readable.contains(name)) {
                violations.require(value.equals(before.get(name)), name, "cannot be changed here");
            } else if (known == null) {
                violations.add(name, "is not a known member");
            } else if (changes.put(known, value) != null) {
                violations.add(name, "stands there under two names");
            }
        });
        violations.throwIfAny();
        return object(changes);
    }

    private static Set<String> readable(Class<? extends Record> request) {
        JsonIgnoreProperties ignored = request.getAnnotation(JsonIgnoreProperties.class);
        return ignored == null ? Set.of() : Set.of(ignored.value());
    }

    /** All names of a request's members, each with the one that is also in a response. */
    private static Map<String, String> names(Class<? extends Record> request) {
        Map<String, String> names = new HashMap<>();
        for (Field field : request.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                names.put(field.getName(), field.getName());
                JsonAlias alias = field.getAnnotation(JsonAlias.class);
                if (alias != null) {
                    List.of(alias.value()).forEach(other -> names.put(other, field.getName()));
                }
            }
        }
        return names;
    }

    /** The function MergePatch of RFC 7396, section 2. */
    static JsonText merge(JsonText target, JsonText patch) {
        if (patch.token() != JsonToken.START_OBJECT) {
            return patch;
        }
        Map<String, JsonText> merged =
                target.token() == JsonToken.START_OBJECT ? members(target) : new LinkedHashMap<>();
        members(patch).forEach((name, value) -> {
            if (isNull(value)) {
                merged.remove(name);
            } else {
                merged.put(name, merge(merged.getOrDefault(name, NOTHING), value));
            }
        });
        return object(merged);
    }

    private static JsonText object(Map<String, JsonText> members) {
        return new JsonText(
                members.entrySet().stream()
                        .map(member -> JsonText.quoted(member.getKey()) + ":"
                                + member.getValue().json())
                        .collect(Collectors.joining(",", "{", "}")),
                JsonToken.START_OBJECT);
    }

    private static Map<String, JsonText> members(JsonText object) {
        return RequestFields.members("", object);
    }

    private static boolean isNull(JsonText value) {
        return value.token() == JsonToken.VALUE_NULL;
    }
}
