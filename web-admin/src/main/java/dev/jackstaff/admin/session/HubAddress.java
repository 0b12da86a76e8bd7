package dev.jackstaff.admin.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The address at which browsers reach the pages. */
final class HubAddress {
    /** The address of the hub as browsers know it, such as {@code https://flags.example.org}. */
    static final String SETTING = "jackstaff.hub.url";

    private HubAddress() {}

    /** The address of the pages: that of the setting, otherwise the one that the request names. */
    static String of(HttpServletRequest request) {
        String hub = ConfigProvider.getConfig()
                .getOptionalValue(SETTING, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> request.getScheme() + "://"
                        + Optional.ofNullable(request.getHeader("Host")).orElse("localhost"));
        return (hub.endsWith("/") ? hub.substring(0, hub.length() - 1) : hub) + request.getContextPath();
    }
}
