package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The reader's choice between light and dark, remembered in a cookie that the theme switch writes. */
@Named
@RequestScoped
public class Theme {
    private static final String COOKIE = "jackstaff-theme";
    private static final Set<String> CHOICES = Set.of("light", "dark");

    @Inject
    HttpServletRequest request;

    /** {@code light}, {@code dark}, or {@code system} if nothing was chosen. */
    public String getChoice() {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(CHOICES::contains)
                .findFirst()
                .orElse("system");
    }
}
