package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.ofrep.OfrepServlet;
import dev.jackstaff.protocols.stream.StreamServlet;
import dev.jackstaff.protocols.sync.SyncStreamEndpoint;
import dev.jackstaff.protocols.unleash.http.UnleashServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;

/**
 * The routes that do not go through JAX-RS: because it would cost more than the answer (decision 0011), in which case the
 * resources of {@link EdgeApplication} answer the same in other spellings of the path; and streams, which must not hold a thread.
 */
@WebListener
public class ServletRoutes implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        mount(context, OfrepServlet.class, "/ofrep/v1/evaluate/flags/*");
        mount(context, UnleashServlet.class, UnleashServlet.FEATURES, UnleashServlet.FRONTEND, UnleashServlet.PROXY);
        mount(
                        context,
                        StreamServlet.class,
                        "/ofrep/v1/stream",
                        "/api/client/streaming",
                        "/api/client/streaming/",
                        "/sse/environments/*",
                        SyncStreamEndpoint.PATH)
                .setAsyncSupported(true);
    }

    private static ServletRegistration.Dynamic mount(
            ServletContext context, Class<? extends HttpServlet> servlet, String... paths) {
        ServletRegistration.Dynamic mounted = context.addServlet(servlet.getName(), servlet);
        mounted.addMapping(paths);
        return mounted;
    }
}
