package dev.jackstaff.admin.session;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** The start of the pages, which lets browsers send the session's cookie over HTTPS only, if a setting says so. */
@WebListener
public class SessionCookieListener implements ServletContextListener {
    /** A switch, for hubs that are reached over HTTPS only; off by default. */
    static final String SECURE = "jackstaff.hub.cookies.secure";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (ConfigProvider.getConfig().getOptionalValue(SECURE, Boolean.class).orElse(false)) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
