package dev.jackstaff.domain.startup;

import dev.jackstaff.domain.access.control.FirstStart;
import dev.jackstaff.domain.snapshot.control.Publisher;
import dev.jackstaff.domain.storage.Database;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;

/** What happens when the hub is deployed, in this order. Where it fails, so does the deployment. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class HubStart {
    /** The e-mail address of the first administrator. */
    static final String EMAIL = "jackstaff.hub.admin.email";

    /** Their password. */
    static final String PASSWORD = "jackstaff.hub.admin.password";

    @Inject
    Database database;

    @Inject
    FirstStart firstStart;

    @Inject
    Publisher publisher;

    @PostConstruct
    void start() {
        database.migrate();
        firstStart.prepare(new FirstStart.Administrator(configured(EMAIL), configured(PASSWORD)));
        publisher.start();
    }

    private static String configured(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
    }
}
