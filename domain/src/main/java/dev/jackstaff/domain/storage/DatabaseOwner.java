package dev.jackstaff.domain.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database role that owns the schema and migrates it. Where it is another one than the hub works with, the hub cannot
 * change or remove what is written in the audit trail.
 */
@ApplicationScoped
public class DatabaseOwner {
    private static final String GRANTS = SqlResource.read(DatabaseOwner.class, "grants.sql");
    private static final Logger LOG = Logger.getLogger(DatabaseOwner.class.getName());

    private volatile @Nullable Credentials credentials;

    /** The name and the password of a role. */
    private record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }

    /**
     * Sets the role.
     *
     * @param user empty if the hub works with the owner
     */
    public void configure(String user, String password) {
        credentials = user.isEmpty() ? null : new Credentials(user, password);
    }

    /** The source of the owner's connections to a database. */
    DataSource source(DataSource working) {
        Credentials owner = credentials;
        return owner == null ? working : new OwnerSource(working, owner);
    }

    /** Gives the role that the hub works with what it needs, and no more; nothing if it is the owner. */
    void grantTo(DataSource working) {
        if (credentials == null) {
            LOG.info("The hub works with the owner of its database, who can alter the audit trail. Set"
                    + " JACKSTAFF_DB_OWNER_USER and JACKSTAFF_DB_OWNER_PASSWORD to separate the two.");
            return;
        }
        try (Connection connection = source(working).getConnection()) {
            String worker = currentUser(working);
            if (worker.equals(currentUser(source(working)))) {
                LOG.warning("JACKSTAFF_DB_OWNER_USER is the role that the hub works with; it must be another one.");
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(GRANTS.replace("${worker}", worker.replace("'", "''")));
            }
            LOG.log(Level.FINE, "The role {0} may add to the audit trail, and not change it.", worker);
        } catch (SQLException refused) {
            throw new IllegalStateException("the role of the hub gets no rights: " + refused.getMessage(), refused);
        }
    }

    private static String currentUser(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The connections of the owner to the database that another source is for. */
    private record OwnerSource(DataSource working, Credentials owner) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return getConnection(owner.user(), owner.password());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            String url;
            try (Connection connection = working.getConnection()) {
                url = connection.getMetaData().getURL();
            }
            Properties properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            return DriverManager.getConnection(url, properties);
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {
            // the hub logs by java.util.logging
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            working.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return working.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return LOG;
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper of " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
