package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.project.boundary.ProjectView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The project whose flags were looked at last in this browser, kept in a cookie. */
@RequestScoped
public class LastProject {
    private static final String COOKIE = "jackstaff-project";
    private static final Duration LIFE = Duration.ofDays(365);

    @Inject
    HttpServletRequest request;

    /** The key of the project that was looked at last, if it is one of these; else that of the first of them. */
    Optional<String> find(List<ProjectView> projects) {
        List<String> keys =
                projects.stream().map(project -> project.key().value()).toList();
        return kept().filter(keys::contains).or(() -> keys.stream().findFirst());
    }

    /** Remembers a project. */
    void remember(String project) {
        if (kept().filter(project::equals).isEmpty()) {
            Cookie cookie = new Cookie(COOKIE, project);
            cookie.setPath(request.getContextPath());
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            cookie.setSecure(request.isSecure());
            cookie.setMaxAge(Math.toIntExact(LIFE.toSeconds()));
            response().addCookie(cookie);
        }
    }

    private Optional<String> kept() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
