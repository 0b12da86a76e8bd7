package dev.jackstaff.admin.session;

import dev.jackstaff.domain.oidc.boundary.SignInProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The link on the login page by which one signs in at a provider.
 *
 * @param label the provider's name for people
 * @param address relative to the host
 */
public record ProviderLink(String label, String address) {
    static ProviderLink of(SignInProvider provider, String context, String then) {
        return new ProviderLink(
                provider.label(),
                context + SignInStartServlet.PATH + "?provider=" + encoded(provider.name()) + "&then=" + encoded(then));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getLabel() {
        return label;
    }

    public String getAddress() {
        return address;
    }
}
