package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.Protocol;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** The routes of all protocols that do not go through JAX-RS. */
@WebListener
public class ServletRoutes implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        InstalledProtocols.servlets(Protocol::edgeRoutes).forEach(route -> route.mount(event.getServletContext()));
    }
}
