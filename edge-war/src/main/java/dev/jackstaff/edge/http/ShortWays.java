package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.ReplyServlet;
import dev.jackstaff.protocols.ofrep.OfrepServlet;
import dev.jackstaff.protocols.unleash.http.UnleashServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * The routes that do not go through JAX-RS, because it would cost more than the answer (decision 0011). Without them the
 * resources of {@link EdgeApplication} answer the same.
 */
@WebListener
public class ShortWays implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        mount(context, OfrepServlet.class, "/ofrep/v1/evaluate/flags/*");
        mount(context, UnleashServlet.class, UnleashServlet.FEATURES, UnleashServlet.FRONTEND, UnleashServlet.PROXY);
    }

    private static void mount(ServletContext context, Class<? extends ReplyServlet> servlet, String... paths) {
        context.addServlet(servlet.getName(), servlet).addMapping(paths);
    }
}
