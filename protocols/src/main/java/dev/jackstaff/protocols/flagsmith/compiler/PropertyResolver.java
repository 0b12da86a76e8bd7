package dev.jackstaff.protocols.flagsmith.compiler;

import java.util.List;
import java.util.Optional;

/** A resolver of the properties that an environment's conditions name. */
final class PropertyResolver {
    private static final String PATH_MARK = "$.";

    private final String environmentKey;
    private final String environmentName;

    PropertyResolver(String environmentKey, String environmentName) {
        this.environmentKey = environmentKey;
        this.environmentName = environmentName;
    }

    /** The prefix of the identifier in the identity key. */
    String identityPrefix() {
        return environmentKey + "_";
    }

    /**
     * The property that a condition names: a trait, or a path.
     *
     * @throws IllegalArgumentException if it is a path that Flagsmith's engine may follow and this one cannot
     */
    Property resolve(String property) {
        if (!property.startsWith(PATH_MARK)) {
            return new Property.Trait(property);
        }
        Optional<List<String>> names = JsonPath.names(property);
        if (names.isPresent()) {
            return new Property.Path(property, resolvePath(property, names.get()));
        }
        if (JsonPath.mayBeBeyondSubset(property)) {
            throw unknownPath(property);
        }
        return new Property.Trait(property);
    }

    private static IllegalArgumentException unknownPath(String path) {
        return new IllegalArgumentException(
                "the path \"" + Operand.shorten(path) + "\" leads to what is not known here");
    }

    private Property resolvePath(String path, List<String> names) {
        String root = names.get(0);
        if (!root.equals("identity") && !root.equals("environment")) {
            throw unknownPath(path);
        }
        String member = names.size() > 1 ? names.get(1) : "";
        if (root.equals("identity") && names.size() == 3 && member.equals("traits")) {
            return new Property.Trait(names.get(2));
        }
        if (names.size() != 2) {
            return new Property.Constant(path, null);
        }
        return switch (root + "." + member) {
            case "identity.identifier" -> new Property.Identifier();
            case "identity.key" -> new Property.IdentityKey(identityPrefix());
            case "environment.key" -> new Property.Constant(path, environmentKey);
            case "environment.name" -> new Property.Constant(path, environmentName);
            default -> new Property.Constant(path, null);
        };
    }
}
