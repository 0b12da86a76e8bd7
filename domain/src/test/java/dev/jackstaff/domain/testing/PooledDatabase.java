package dev.jackstaff.domain.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database whose connections are kept and used again, as those of the server are. */
final class PooledDatabase {
    private final PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    private final ConcurrentLinkedDeque<PooledConnection> idle = new ConcurrentLinkedDeque<>();

    private PooledDatabase(PGSimpleDataSource database) throws SQLException {
        source.setUrl(database.getUrl());
        source.setUser(database.getUser());
        source.setPassword(database.getPassword());
        source.setProperty("stringtype", "unspecified");
    }

    /** The pool of a database. */
    static DataSource of(PGSimpleDataSource database) {
        try {
            PooledDatabase pool = new PooledDatabase(database);
            return (DataSource) Proxy.newProxyInstance(
                    PooledDatabase.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getConnection")) {
                            return pool.connect();
                        }
                        try {
                            return method.invoke(database, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection connect() throws SQLException {
        PooledConnection kept = idle.poll();
        if (kept != null) {
            return kept.getConnection();
        }
        PooledConnection made = source.getPooledConnection();
        made.addConnectionEventListener(new ConnectionEventListener() {
            @Override
            public void connectionClosed(ConnectionEvent event) {
                idle.push(made);
            }

            @Override
            public void connectionErrorOccurred(@Nullable ConnectionEvent event) {
                idle.remove(made);
            }
        });
        return made.getConnection();
    }
}
