package dev.jackstaff.domain.testing;

import com.hazelcast.core.HazelcastInstance;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.Bootstrap;
import dev.jackstaff.domain.access.boundary.NewUser;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.access.control.GrantStore;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.Login;
import dev.jackstaff.domain.audit.background.AuditSealer;
import dev.jackstaff.domain.audit.control.AuditKeys;
import dev.jackstaff.domain.change.background.FlagRestorer;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.fleet.background.EdgeStatusCollector;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.snapshot.background.SnapshotPublisher;
import dev.jackstaff.domain.snapshot.control.GridMember;
import dev.jackstaff.domain.snapshot.control.GridSealing;
import dev.jackstaff.domain.storage.Database;
import dev.jackstaff.domain.usage.background.UsageCollector;
import dev.jackstaff.grid.GridMemberConfig;
import dev.jackstaff.grid.GridSeal;
import dev.jackstaff.testprocess.TestPorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.jboss.weld.context.bound.BoundRequestContext;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The domain in a CDI container, with a real PostgreSQL and a real data grid of one member, in place of the server.
 * Shared by all tests; each uses projects of its own.
 */
public final class DomainContainer {
    public static final String ADMIN_EMAIL = "admin@example.org";
    public static final String ADMIN_PASSWORD = "correct horse";
    public static final Actor ADMIN = new Actor(ADMIN_EMAIL, Rights.ALL, Actor.Kind.USER);

    /** The seal of the grid's values. */
    public static final GridSeal SEAL = GridSeal.of("the secret of the data grid of these tests");

    private static final DomainContainer RUNNING = new DomainContainer();
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private final PGSimpleDataSource database;
    private final WeldContainer container;

    private DomainContainer() {
        database = emptyDatabase();
        TestTransactions transactions = TestTransactions.of(Persistence.createEntityManagerFactory(
                "jackstaff",
                Map.of(
                        PersistenceUnitProperties.TRANSACTION_TYPE, "RESOURCE_LOCAL",
                        PersistenceUnitProperties.JTA_DATASOURCE, "",
                        PersistenceUnitProperties.NON_JTA_DATASOURCE, PooledDatabase.of(database))));
        FakeServerResources server = new FakeServerResources(transactions, database);
        container = new Weld()
                .disableDiscovery()
                .addPackages(true, DomainException.class)
                .addServices(transactions, server.persistence(), server.resources())
                .addBeanClasses(
                        TestTransactions.TransactionalInterceptor.class,
                        TestTransactions.NewTransactionInterceptor.class,
                        SnapshotEventRecorder.class,
                        DeniablePolicy.class)
                .initialize();
        get(AuditKeys.class).configure("the secret of the audit trail of these tests");
        get(Database.class).migrate();
        run(() -> get(Bootstrap.class).createMissing(new Bootstrap.Administrator(ADMIN_EMAIL, ADMIN_PASSWORD)));
        int gridPort = TestPorts.unused();
        get(GridMember.class)
                .join(new GridMemberConfig("domain-tests", "127.0.0.1", gridPort, List.of("127.0.0.1:" + gridPort)));
        get(GridSealing.class).configure("the secret of the data grid of these tests");
        get(SnapshotPublisher.class).start();
        get(UsageCollector.class).start();
        get(EdgeStatusCollector.class).start();
        get(FlagRestorer.class).start();
        get(AuditSealer.class).start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    private void stop() {
        container.shutdown();
    }

    public static DomainContainer shared() {
        return RUNNING;
    }

    /** An empty database of a PostgreSQL that runs as long as the tests do. */
    public static PGSimpleDataSource emptyDatabase() {
        try {
            PGSimpleDataSource source = (PGSimpleDataSource) Postgres.SERVER.getPostgresDatabase();
            String name = "jackstaff_" + Postgres.DATABASES.incrementAndGet();
            try (Connection connection = source.getConnection()) {
                connection.createStatement().execute("create database " + name);
            }
            PGSimpleDataSource fresh = (PGSimpleDataSource) Postgres.SERVER.getDatabase("postgres", name);
            fresh.setProperty("stringtype", "unspecified");
            return fresh;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Postgres {
        static final AtomicInteger DATABASES = new AtomicInteger();
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** A key that no other project of these tests has. */
    public static String uniqueKey() {
        return "project-" + PROJECTS.incrementAndGet();
    }

    /** The key of a project that was created for the test, with its three environments. */
    public ProjectKey createProject() {
        ProjectKey project = new ProjectKey(uniqueKey());
        return callAsAdmin(() -> get(ProjectChanges.class).create(new NewProject(project, "", "")))
                .key();
    }

    public DataSource database() {
        return database;
    }

    public HazelcastInstance grid() {
        return get(GridMember.class).grid();
    }

    /** The value of an entry of the grid; empty if there is none that was sealed for it. */
    public Optional<byte[]> inGrid(String map, String key) {
        return SEAL.unseal(map, key, grid().getMap(map).get(key));
    }

    /** Puts a value into the grid as members of this installation do. */
    public void putSealed(String map, String key, byte[] value) {
        grid().getMap(map).put(key, SEAL.seal(map, key, value));
    }

    /** The result of a query, row by row, as text. */
    public List<String> query(String sql) {
        return query(database, sql);
    }

    /** The result of a query in the given database, row by row, as text. */
    public static List<String> query(DataSource source, String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return rows;
    }

    /** Runs work in a request of an administrator. */
    public <T> T callAsAdmin(Supplier<T> work) {
        return callAs(ADMIN, work);
    }

    /** Runs work in a request of an actor. */
    public <T> T callAs(Actor actor, Supplier<T> work) {
        return callInRequest(() -> {
            get(CurrentActor.class).actAs(actor);
            return work.get();
        });
    }

    /** Runs work in a request of a user who is logged in. */
    public <T> T callAs(UserView user, Supplier<T> work) {
        return callInRequest(() -> {
            Actor actor = new Actor(user.email(), get(GrantStore.class).rightsOf(user.id()), Actor.Kind.USER);
            get(CurrentActor.class).actAs(actor, new Login(user.id(), UUID.randomUUID(), true));
            return work.get();
        });
    }

    /** A new user who may do what a role may. */
    public UserView createUser(Role role) {
        String email = "user-" + UUID.randomUUID() + "@example.org";
        return callAsAdmin(() -> get(Users.class).create(new NewUser(email, "A user", ADMIN_PASSWORD, role)));
    }

    /** Runs work in a request without an actor. */
    public <T> T callInRequest(Supplier<T> work) {
        BoundRequestContext context = get(BoundRequestContext.class);
        Map<String, Object> storage = new HashMap<>();
        context.associate(storage);
        context.activate();
        try {
            return work.get();
        } finally {
            context.invalidate();
            context.deactivate();
            context.dissociate(storage);
        }
    }

    private void run(Runnable work) {
        callInRequest(() -> {
            work.run();
            return true;
        });
    }
}
