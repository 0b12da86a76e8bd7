package dev.jackstaff.domain.startup;

import dev.jackstaff.domain.access.boundary.Bootstrap;
import dev.jackstaff.domain.access.control.WriteThrottle;
import dev.jackstaff.domain.audit.background.AuditAnchorer;
import dev.jackstaff.domain.audit.control.AnchorFile;
import dev.jackstaff.domain.audit.control.AnchorWebhook;
import dev.jackstaff.domain.audit.control.AuditKeys;
import dev.jackstaff.domain.audit.control.AuditRetention;
import dev.jackstaff.domain.fleet.control.FleetLimits;
import dev.jackstaff.domain.history.control.HistoryRetention;
import dev.jackstaff.domain.idempotency.control.RequestRetention;
import dev.jackstaff.domain.project.control.ContentLimits;
import dev.jackstaff.domain.snapshot.control.GridMember;
import dev.jackstaff.domain.snapshot.control.GridSealing;
import dev.jackstaff.domain.storage.DatabaseOwner;
import dev.jackstaff.domain.usage.control.UsageRetention;
import dev.jackstaff.grid.GridMemberConfig;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The startup sequence of the hub. A setting that is wrong fails the deployment; what needs the database waits for it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class HubStartup {
    /** The setting for the e-mail address of the first administrator. */
    static final String ADMIN_EMAIL = "jackstaff.hub.admin.email";

    /** The setting for the name of the data grid. */
    static final String GRID_NAME = "jackstaff.grid.name";

    /** The setting for this hub's address in the data grid. */
    static final String GRID_ADDRESS = "jackstaff.grid.address";

    /** The setting for this hub's port in the data grid. */
    static final String GRID_PORT = "jackstaff.hub.grid.port";

    private static final int DEFAULT_GRID_PORT = 4900;

    /** The setting for the addresses of all hubs in the data grid. */
    static final String GRID_MEMBERS = "jackstaff.grid.members";

    /** The setting for the secrets that values in the data grid are sealed with. */
    static final String GRID_SECRET = "jackstaff.grid.secret";

    /** The setting for the password of the first administrator. */
    static final String ADMIN_PASSWORD = "jackstaff.hub.admin.password";

    /** The setting for how many days usage is stored. */
    static final String USAGE_RETENTION = "jackstaff.hub.usage.retention";

    /** The setting for how many days history is stored; 0 for ever. */
    static final String HISTORY_RETENTION = "jackstaff.hub.history.retention";

    /** The setting for after how many seconds an edge without the newest revision lags. */
    static final String FLEET_LAG = "jackstaff.hub.fleet.lag";

    /** The setting for after how many seconds without a status report an edge is silent. */
    static final String FLEET_SILENCE = "jackstaff.hub.fleet.silence";

    /** The setting for after how many hours without a status report an edge is removed. */
    static final String FLEET_FORGETTING = "jackstaff.hub.fleet.forgetting";

    /** The setting of the most bytes of flags and segments in one environment. */
    static final String LIMIT_ENVIRONMENT = "jackstaff.hub.limits.environment";

    /** The setting of the most bytes of flags and segments in all environments together. */
    static final String LIMIT_INSTALLATION = "jackstaff.hub.limits.installation";

    /** The setting of the most writes of one credential in a minute. */
    static final String LIMIT_WRITES = "jackstaff.hub.limits.writes";

    /** The setting for how many hours requests with an idempotency key are remembered. */
    static final String IDEMPOTENCY_RETENTION = "jackstaff.hub.idempotency.retention";

    /** The setting for the secrets that the audit trail is signed and sealed with. */
    static final String AUDIT_SECRET = "jackstaff.audit.secret";

    /** The setting for the role that owns the database, if it is another one than the hub works with. */
    static final String OWNER_USER = "jackstaff.db.owner.user";

    /** The setting for the password of that role. */
    static final String OWNER_PASSWORD = "jackstaff.db.owner.password";

    /** The setting for the file that heads of the audit trail are written to. */
    static final String ANCHOR_FILE = "jackstaff.audit.anchor.file";

    /** The setting for the address that heads of the audit trail are sent to. */
    static final String ANCHOR_URL = "jackstaff.audit.anchor.url";

    /** The setting for how many minutes are between two anchors of the audit trail. */
    static final String ANCHOR_INTERVAL = "jackstaff.audit.anchor.interval";

    /** The setting for how many days the audit trail is stored; 0 for ever. */
    static final String AUDIT_RETENTION = "jackstaff.hub.audit.retention";

    @Inject
    AuditKeys auditKeys;

    @Inject
    AnchorFile anchorFile;

    @Inject
    AnchorWebhook anchorWebhook;

    @Inject
    AuditAnchorer auditAnchorer;

    @Inject
    AuditRetention auditRetention;

    @Inject
    DatabaseOwner databaseOwner;

    @Inject
    GridSealing gridSealing;

    @Inject
    GridMember gridMember;

    @Inject
    UsageRetention retention;

    @Inject
    HistoryRetention historyRetention;

    @Inject
    FleetLimits fleetLimits;

    @Inject
    ContentLimits contentLimits;

    @Inject
    WriteThrottle writeThrottle;

    @Inject
    RequestRetention requestRetention;

    @Inject
    DatabaseStartup databaseStartup;

    @PostConstruct
    void start() {
        auditKeys.configure(configured(AUDIT_SECRET));
        anchorFile.configure(configured(ANCHOR_FILE));
        anchorWebhook.configure(configured(ANCHOR_URL));
        auditAnchorer.configure(Duration.ofMinutes(number(ANCHOR_INTERVAL, 60)));
        auditRetention.configure(Duration.ofDays(number(AUDIT_RETENTION, 0)));
        databaseOwner.configure(configured(OWNER_USER).strip(), configured(OWNER_PASSWORD));
        gridSealing.configure(configured(GRID_SECRET));
        gridMember.join(new GridMemberConfig(
                required(GRID_NAME),
                required(GRID_ADDRESS),
                number(GRID_PORT, DEFAULT_GRID_PORT),
                List.of(required(GRID_MEMBERS).split("\\s*,\\s*", -1))));
        retention.configure(Duration.ofDays(number(USAGE_RETENTION, 90)));
        historyRetention.configure(Duration.ofDays(number(HISTORY_RETENTION, 0)));
        fleetLimits.configure(new FleetLimits.Values(
                Duration.ofSeconds(number(FLEET_LAG, 30)),
                Duration.ofSeconds(number(FLEET_SILENCE, 20)),
                Duration.ofHours(number(FLEET_FORGETTING, 24))));
        contentLimits.configure(new ContentLimits.Values(
                number(LIMIT_ENVIRONMENT, (int) ContentLimits.DEFAULT_ENVIRONMENT_BYTES),
                number(LIMIT_INSTALLATION, (int) ContentLimits.DEFAULT_INSTALLATION_BYTES)));
        writeThrottle.configure(number(LIMIT_WRITES, WriteThrottle.DEFAULT_PER_MINUTE));
        requestRetention.configure(
                Duration.ofHours(number(IDEMPOTENCY_RETENTION, (int) RequestRetention.DEFAULT_PERIOD.toHours())));
        databaseStartup.start(new Bootstrap.Administrator(configured(ADMIN_EMAIL), configured(ADMIN_PASSWORD)));
    }

    private static int number(String name, int defaultValue) {
        return ConfigProvider.getConfig().getOptionalValue(name, Integer.class).orElse(defaultValue);
    }

    private static String required(String name) {
        String value = configured(name).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static String configured(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
    }
}
