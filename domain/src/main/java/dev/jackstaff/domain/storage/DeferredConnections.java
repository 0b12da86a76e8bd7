package dev.jackstaff.domain.storage;

import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ExternalConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * The customizer by which EclipseLink connects to the database when a connection is first used. By itself it connects
 * when the hub is deployed, and the deployment would fail while the database is away. Pools that are not the
 * container's stay as they are.
 */
public final class DeferredConnections implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        if (session instanceof ServerSession server && server.getLogin().shouldUseExternalConnectionPooling()) {
            server.addConnectionPool(new DeferredPool(server.getDefaultConnectionPool(), server));
            server.setReadConnectionPool(new DeferredPool(server.getReadConnectionPool(), server));
        }
    }

    /** A pool of the container that opens no connection when it is started. */
    private static final class DeferredPool extends ExternalConnectionPool {
        DeferredPool(ConnectionPool original, ServerSession owner) {
            super(original.getName(), original.getLogin(), owner);
        }

        @Override
        protected Accessor buildConnection() {
            DeferredAccessor accessor = new DeferredAccessor(getLogin(), getOwner());
            accessor.setPool(this);
            return accessor;
        }
    }

    /** An accessor that looks as it does between two uses: closed, to be opened by the next. */
    private static final class DeferredAccessor extends DatabaseAccessor {
        DeferredAccessor(Login login, AbstractSession session) {
            setLogin(login);
            setDatasourcePlatform(
                    (DatasourcePlatform) session.getDatasourceLogin().getDatasourcePlatform());
        }
    }
}
