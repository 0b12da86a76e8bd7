package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.engine.ValueType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The rules of what only some flags have. */
record TraitsCheck(FlagTraits traits, Violations violations) {
    /** The maximum number of entries of a flag's metadata; the next is the maximum size of all, in characters. */
    static final int MAX_METADATA = 50;

    static final int MAX_METADATA_LENGTH = 4_000;

    /** The maximum number of links of a flag; the next is the maximum length of an address. */
    static final int MAX_LINKS = 20;

    static final int MAX_URL_LENGTH = 2_000;

    /** Adds a violation for each trait that breaks a rule. */
    void check() {
        String metadata = traits.metadataJson();
        violations.checkStorableJson("metadata", metadata);
        violations.require(
                traits.metadata().size() <= MAX_METADATA && metadata.length() <= MAX_METADATA_LENGTH,
                "metadata",
                "at most " + MAX_METADATA + " entries, of " + MAX_METADATA_LENGTH + " characters together");
        traits.metadata().forEach((name, value) -> {
            violations.require(!name.isBlank(), "metadata", "a name must not be blank");
            violations.require(
                    !value.startsWith("{") && !value.startsWith("[") && !value.equals("null"),
                    "metadata." + name,
                    "must be a string, a number or a boolean");
        });
        violations.require(traits.links().size() <= MAX_LINKS, "links", "at most " + MAX_LINKS + " links");
        for (int i = 0; i < traits.links().size(); i++) {
            checkLink("links[" + i + "]", traits.links().get(i));
        }
    }

    private void checkLink(String field, FlagLink link) {
        violations.require(!link.title().isBlank(), field + ".title", "is required");
        violations.checkText(field + ".title", link.title(), Violations.MAX_NAME_LENGTH);
        violations.checkText(field + ".url", link.url(), MAX_URL_LENGTH);
        violations.require(isWebAddress(link.url()), field + ".url", "must be an address with http or https");
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException invalid) {
            return false;
        }
    }

    /** Adds a violation if there is a schema for values of another type, or one that a value does not fit. */
    void checkSchema(ValueType type, List<FlagVariant> variants) {
        String json = traits.schema();
        if (json == null) {
            return;
        }
        violations.checkStorableJson("schema", json);
        violations.require(type == ValueType.JSON, "schema", "only values of the type json have a schema");
        ValueSchema schema = violations.attempt("schema", () -> ValueSchema.compile(json));
        if (schema != null) {
            for (int i = 0; i < variants.size(); i++) {
                String field = "variants[" + i + "].value";
                schema.problem(variants.get(i).value().json()).ifPresent(problem -> violations.add(field, problem));
            }
        }
    }

    /** Why a value does not fit the schema; empty if it fits, or there is none. */
    static Optional<String> problem(FlagTraits traits, String value) {
        String schema = traits.schema();
        return schema == null ? Optional.empty() : ValueSchema.compile(schema).problem(value);
    }
}
