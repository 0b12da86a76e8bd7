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

    Property resolve(String property) {
        if (!property.startsWith(PATH_MARK)) {
            return new Property.Trait(property);
        }
        Optional<List<String>> names = JsonPath.names(property);
        return names.isPresent()
                ? new Property.Path(property, resolvePath(property, names.get()))
                : new Property.Trait(property);
    }

    private Property resolvePath(String path, List<String> names) {
        String root = names.get(0);
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
