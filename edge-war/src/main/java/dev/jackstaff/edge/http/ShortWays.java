package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.Leftovers;
import dev.jackstaff.protocols.NoTrace;
import dev.jackstaff.protocols.ofrep.OfrepServlet;
import dev.jackstaff.protocols.stream.StreamServlet;
import dev.jackstaff.protocols.unleash.http.UnleashServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/**
 * The routes that do not go through JAX-RS: because it would cost more than the answer (decision 0011), in which case the
 * resources of {@link EdgeApplication} answer the same in other spellings of the path; and streams, which must not hold a thread.
 */
@WebListener
public class ShortWays implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        EdgeSettings.configured().requireFit();
        ServletContext context = event.getServletContext();
        context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name()); // of parameters; bodies are read as bytes
        watch(context, NoTrace.class);
        watch(context, Leftovers.class);
        mount(context, OfrepServlet.class, "/ofrep/v1/evaluate/flags/*");
        mount(context, UnleashServlet.class, UnleashServlet.FEATURES, UnleashServlet.FRONTEND, UnleashServlet.PROXY);
        mount(
                        context,
                        StreamServlet.class,
                        "/ofrep/v1/stream",
                        "/api/client/streaming",
                        "/api/client/streaming/",
                        "/sse/environments/*")
                .setAsyncSupported(true);
    }

    private static void watch(ServletContext context, Class<? extends Filter> filter) {
        FilterRegistration.Dynamic watching = context.addFilter(filter.getName(), filter);
        watching.setAsyncSupported(true);
        watching.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static ServletRegistration.Dynamic mount(
            ServletContext context, Class<? extends HttpServlet> servlet, String... paths) {
        ServletRegistration.Dynamic mounted = context.addServlet(servlet.getName(), servlet);
        mounted.addMapping(paths);
        return mounted;
    }
}
