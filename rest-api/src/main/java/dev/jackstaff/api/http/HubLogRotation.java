package dev.jackstaff.api.http;

import dev.jackstaff.background.LogRotation;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** The rotation of the hub's log while the application runs, if the command that started the hub wants one. */
@WebListener
public class HubLogRotation implements ServletContextListener {
    private final LogRotation rotation = LogRotation.ofEnvironment();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        rotation.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        rotation.stop();
    }
}
