package dev.jackstaff.domain.oidc;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider, such as a realm of Keycloak or a tenant of Entra, as configured.
 *
 * @param name its name in settings and addresses
 * @param label its name for people
 * @param issuer the address whose discovery document describes it
 * @param client the client by which people sign in at the pages; null if they cannot
 * @param audiences the audiences of which its tokens are accepted by the API; empty if none are
 * @param algorithms the signatures that are accepted
 */
public record IdentityProvider(
        String name,
        String label,
        URI issuer,
        @Nullable Client client,
        Set<String> audiences,
        Set<String> algorithms,
        ClaimNames claims,
        RoleMapping roles,
        AccountPolicy accounts) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,29}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The signatures that may be accepted: none by a shared secret, and never no signature. */
    public static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    public IdentityProvider {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has lower-case letters and digits only: \"" + name + "\"");
        }
        if (!isSecure(issuer)) {
            throw new IllegalArgumentException("an issuer is an https address, or one of this host: " + issuer);
        }
        if (!ASYMMETRIC.containsAll(algorithms) || algorithms.isEmpty()) {
            throw new IllegalArgumentException("algorithms are some of " + ASYMMETRIC + ": " + algorithms);
        }
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * The client by which people sign in.
     *
     * @param secret empty for a public client
     */
    public record Client(String id, String secret, List<String> scopes) {
        public Client {
            scopes = List.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /** The names of the claims by which a user is known: for good, and by e-mail address. */
    public record ClaimNames(ClaimPath subject, ClaimPath email) {}

    /** Whether this is the issuer that a token names. A slash at the end does not matter. */
    public boolean isIssuer(String named) {
        return withoutSlash(issuer.toString()).equals(withoutSlash(named));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Whether an address is safe from readers on the way. */
    public static boolean isSecure(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())));
    }
}
