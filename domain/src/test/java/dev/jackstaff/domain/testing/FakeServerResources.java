package dev.jackstaff.domain.testing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.jboss.weld.injection.spi.JpaInjectionServices;
import org.jboss.weld.injection.spi.ResourceInjectionServices;
import org.jboss.weld.injection.spi.ResourceReference;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;

/** The test doubles of the resources that the server injects by {@link Resource} and by persistence context. */
final class FakeServerResources {
    private final TestTransactions transactions;
    private final DataSource database;

    FakeServerResources(TestTransactions transactions, DataSource database) {
        this.transactions = transactions;
        this.database = database;
    }

    JpaInjectionServices persistence() {
        return new JpaInjectionServices() {
            @Override
            public ResourceReferenceFactory<EntityManager> registerPersistenceContextInjectionPoint(
                    InjectionPoint point) {
                return always(transactions.entityManager());
            }

            @Override
            public ResourceReferenceFactory<EntityManagerFactory> registerPersistenceUnitInjectionPoint(
                    InjectionPoint point) {
                throw new UnsupportedOperationException("the domain does not use it");
            }

            @Override
            public void cleanup() {}
        };
    }

    ResourceInjectionServices resources() {
        return new ResourceInjectionServices() {
            @Override
            public ResourceReferenceFactory<Object> registerResourceInjectionPoint(InjectionPoint point) {
                return always(resource((Class<?>) point.getType()));
            }

            @Override
            public ResourceReferenceFactory<Object> registerResourceInjectionPoint(String jndiName, String mappedName) {
                throw new UnsupportedOperationException("the domain does not use it");
            }

            @Override
            public void cleanup() {}
        };
    }

    private Object resource(Class<?> type) {
        if (type == DataSource.class) {
            return database;
        }
        if (type == ManagedThreadFactory.class) {
            return Proxy.newProxyInstance(
                    FakeServerResources.class.getClassLoader(),
                    new Class<?>[] {ManagedThreadFactory.class},
                    (proxy, method, arguments) -> daemon((Runnable) arguments[0]));
        }
        if (type == TransactionSynchronizationRegistry.class) {
            return Proxy.newProxyInstance(
                    FakeServerResources.class.getClassLoader(),
                    new Class<?>[] {TransactionSynchronizationRegistry.class},
                    (proxy, method, arguments) -> TestTransactions.call(method.getName(), arguments));
        }
        throw new IllegalArgumentException("the server has no " + type);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static <T> ResourceReferenceFactory<T> always(T instance) {
        return () -> new ResourceReference<>() {
            @Override
            public T getInstance() {
                return instance;
            }

            @Override
            public void release() {}
        };
    }
}
