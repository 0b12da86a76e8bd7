package dev.jackstaff.domain.startup;

import dev.jackstaff.domain.access.control.FirstStart;
import dev.jackstaff.domain.fleet.control.FleetLimits;
import dev.jackstaff.domain.fleet.control.FleetWatch;
import dev.jackstaff.domain.snapshot.control.Publisher;
import dev.jackstaff.domain.storage.Database;
import dev.jackstaff.domain.usage.control.Retention;
import dev.jackstaff.domain.usage.control.UsageCollector;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
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

    /** For how many days usage is kept. */
    static final String RETENTION = "jackstaff.hub.usage.retention";

    /** After how many seconds an edge that does not have the newest revision lags. */
    static final String LAG = "jackstaff.hub.fleet.lag";

    /** After how many seconds without a word an edge is silent. */
    static final String SILENCE = "jackstaff.hub.fleet.silence";

    /** After how many hours without a word an edge is forgotten. */
    static final String FORGETTING = "jackstaff.hub.fleet.forgetting";

    @Inject
    Database database;

    @Inject
    FirstStart firstStart;

    @Inject
    Publisher publisher;

    @Inject
    Retention retention;

    @Inject
    UsageCollector usage;

    @Inject
    FleetLimits limits;

    @Inject
    FleetWatch fleet;

    @PostConstruct
    void start() {
        database.migrate();
        firstStart.prepare(new FirstStart.Administrator(configured(EMAIL), configured(PASSWORD)));
        publisher.start();
        retention.keep(Duration.ofDays(number(RETENTION, 90)));
        usage.start();
        limits.use(new FleetLimits.Values(
                Duration.ofSeconds(number(LAG, 30)),
                Duration.ofSeconds(number(SILENCE, 20)),
                Duration.ofHours(number(FORGETTING, 24))));
        fleet.start();
    }

    private static int number(String name, int usual) {
        return ConfigProvider.getConfig().getOptionalValue(name, Integer.class).orElse(usual);
    }

    private static String configured(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
    }
}
