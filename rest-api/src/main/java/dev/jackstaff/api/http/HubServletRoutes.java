package dev.jackstaff.api.http;

import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.Protocol;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** The registration of the protocols' routes that do not go through JAX-RS. */
@WebListener
public class HubServletRoutes implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        InstalledProtocols.servlets(Protocol::hubRoutes).forEach(route -> route.mount(event.getServletContext()));
    }
}
