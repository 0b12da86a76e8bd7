package dev.jackstaff.protocols.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.util.List;

/**
 * A servlet and its paths. Several protocols may name the same servlet, which is then mounted once, at the paths of
 * all.
 *
 * @param async whether the servlet answers asynchronously
 * @param patterns URL patterns as the servlet specification defines them (12.2)
 */
public record ServletRoute(Class<? extends HttpServlet> servlet, boolean async, List<String> patterns) {
    public ServletRoute {
        patterns = List.copyOf(patterns);
    }

    /** A servlet that answers before it returns. */
    public static ServletRoute of(Class<? extends HttpServlet> servlet, String... patterns) {
        return new ServletRoute(servlet, false, List.of(patterns));
    }

    /** A servlet that answers asynchronously. */
    public static ServletRoute async(Class<? extends HttpServlet> servlet, String... patterns) {
        return new ServletRoute(servlet, true, List.of(patterns));
    }

    /** Registers the servlet with an application that starts. */
    public void mount(ServletContext context) {
        ServletRegistration registration = context.getServletRegistration(servlet.getName());
        if (registration == null) {
            ServletRegistration.Dynamic added = context.addServlet(servlet.getName(), servlet);
            added.setAsyncSupported(async);
            registration = added;
        }
        registration.addMapping(patterns.toArray(String[]::new));
    }
}
