package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.oidc.AccountPolicy;
import dev.jackstaff.domain.oidc.ClaimPath;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.RoleMapping;
import dev.jackstaff.domain.permission.BuiltInRole;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of identity providers: {@code jackstaff.hub.oidc.providers} lists their names, and each has its own below. */
final class ProviderSettings {
    private static final String PREFIX = "jackstaff.hub.oidc.";
    private static final String NO_ROLE = "none";

    private final Function<String, Optional<String>> settings;

    ProviderSettings(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    List<String> names() {
        return list(settings.apply(PREFIX + "providers").orElse(""));
    }

    /**
     * Reads a provider.
     *
     * @throws IllegalArgumentException with the setting that is wrong
     */
    IdentityProvider provider(String name) {
        return new IdentityProvider(
                name,
                text(name, "label", name),
                URI.create(required(name, "issuer")),
                client(name),
                Set.copyOf(list(text(name, "audience", ""))),
                Set.copyOf(list(text(name, "algorithms", "RS256,PS256,ES256"))),
                new IdentityProvider.ClaimNames(
                        new ClaimPath(text(name, "subject.claim", "sub")),
                        new ClaimPath(text(name, "email.claim", "email"))),
                roles(name),
                new AccountPolicy(
                        isOn(name, "users.create"),
                        Set.copyOf(list(text(name, "email.domains", "").toLowerCase(Locale.ROOT))),
                        isOn(name, "email.trusted")));
    }

    private IdentityProvider.@Nullable Client client(String name) {
        String id = text(name, "client.id", "");
        List<String> scopes =
                Arrays.asList(text(name, "scopes", "openid email profile").split("[ ,]+", -1));
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException(PREFIX + name + ".scopes must contain openid");
        }
        return id.isEmpty() ? null : new IdentityProvider.Client(id, text(name, "client.secret", ""), scopes);
    }

    private RoleMapping roles(String name) {
        String claim = text(name, "groups.claim", "");
        Map<String, BuiltInRole> byGroup = new LinkedHashMap<>();
        for (String pair : list(text(name, "groups.roles", ""))) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(PREFIX + name + ".groups.roles is no list of group=role: " + pair);
            }
            byGroup.put(
                    pair.substring(0, equals).strip(),
                    role(pair.substring(equals + 1).strip()));
        }
        String others = text(name, "role.default", BuiltInRole.VIEWER.label());
        return new RoleMapping(
                claim.isEmpty() ? null : new ClaimPath(claim),
                byGroup,
                others.equals(NO_ROLE) ? Set.of() : Set.of(role(others)));
    }

    private static BuiltInRole role(String label) {
        return BuiltInRole.LABELS
                .find(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no role \"" + label + "\", but " + String.join(", ", BuiltInRole.LABELS.all())));
    }

    private String required(String name, String setting) {
        return settings.apply(PREFIX + name + "." + setting)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(PREFIX + name + "." + setting + " is missing"));
    }

    private String text(String name, String setting, String otherwise) {
        return settings.apply(PREFIX + name + "." + setting)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(otherwise);
    }

    private boolean isOn(String name, String setting) {
        return text(name, setting, "false").equalsIgnoreCase("true");
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
