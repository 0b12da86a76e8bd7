package dev.jackstaff.domain.testing;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.weld.transaction.spi.TransactionServices;
import org.jspecify.annotations.Nullable;

/**
 * The test double of the server's transactions, as far as the domain needs them: one entity manager each, nested by
 * suspension.
 */
final class TestTransactions implements TransactionServices {
    private static final ThreadLocal<Deque<OpenTransaction>> CURRENT = ThreadLocal.withInitial(ArrayDeque::new);
    private static @Nullable EntityManagerFactory factory;

    private TestTransactions() {}

    /** Transactions of a persistence unit; there is one in these tests. */
    static TestTransactions of(EntityManagerFactory entityManagers) {
        factory = entityManagers;
        return new TestTransactions();
    }

    private static final class OpenTransaction {
        final EntityManager entities;
        final Map<Object, Object> resources = new HashMap<>();
        final List<Synchronization> synchronizations = new ArrayList<>();

        OpenTransaction(EntityManager entities) {
            this.entities = entities;
        }
    }

    /** The entity manager of the transaction that is open at each use; one of its own for a single call if none is. */
    EntityManager entityManager() {
        EntityManagerFactory entityManagers = factory();
        return (EntityManager) Proxy.newProxyInstance(
                TestTransactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    OpenTransaction open = CURRENT.get().peek();
                    EntityManager target = open == null ? entityManagers.createEntityManager() : open.entities;
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Does to the open transaction what those methods of the registry do that the domain uses. */
    static @Nullable Object call(String method, Object @Nullable [] arguments) {
        OpenTransaction open = Objects.requireNonNull(CURRENT.get().peek(), "no transaction");
        Object[] given = arguments == null ? new Object[0] : arguments;
        switch (method) {
            case "setRollbackOnly" -> open.entities.getTransaction().setRollbackOnly();
            case "putResource" -> open.resources.put(given[0], given[1]);
            case "getResource" -> {
                return open.resources.get(given[0]);
            }
            default -> throw new UnsupportedOperationException(method);
        }
        return null;
    }

    private static EntityManagerFactory factory() {
        return Objects.requireNonNull(factory, "the persistence unit is opened first");
    }

    /** The interceptor that does what {@link Transactional} does in the server. */
    @Transactional
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
    public static class TransactionalInterceptor {
        @AroundInvoke
        @Nullable
        Object around(InvocationContext call) throws Exception {
            Transactional.TxType type = type(call);
            boolean joins =
                    type == Transactional.TxType.REQUIRED && CURRENT.get().peek() != null;
            return joins || type == Transactional.TxType.NOT_SUPPORTED ? call.proceed() : within(call);
        }

        private static Transactional.TxType type(InvocationContext call) {
            Transactional onMethod = call.getMethod().getAnnotation(Transactional.class);
            Transactional stated = onMethod != null
                    ? onMethod
                    : call.getMethod().getDeclaringClass().getAnnotation(Transactional.class);
            return stated.value();
        }

        private static @Nullable Object within(InvocationContext call) throws Exception {
            OpenTransaction open = new OpenTransaction(factory().createEntityManager());
            CURRENT.get().push(open);
            boolean committed = false;
            try {
                open.entities.getTransaction().begin();
                Object result = call.proceed();
                if (!open.entities.getTransaction().getRollbackOnly()) {
                    open.entities.getTransaction().commit();
                    committed = true;
                }
                return result;
            } finally {
                CURRENT.get().pop();
                end(open, committed);
            }
        }

        private static void end(OpenTransaction open, boolean committed) {
            if (open.entities.getTransaction().isActive()) {
                open.entities.getTransaction().rollback();
            }
            open.entities.close();
            int status = committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
            open.synchronizations.forEach(synchronization -> synchronization.afterCompletion(status));
        }
    }

    /** The same for transactions of their own: a container that is no server takes the type as part of the binding. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
    public static class NewTransactionInterceptor extends TransactionalInterceptor {}

    @Override
    public boolean isTransactionActive() {
        return CURRENT.get().peek() != null;
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        OpenTransaction open = CURRENT.get().peek();
        if (open == null) {
            throw new IllegalStateException("no transaction");
        }
        open.synchronizations.add(synchronization);
    }

    @Override
    public UserTransaction getUserTransaction() {
        throw new UnsupportedOperationException("the domain does not use it");
    }

    @Override
    public void cleanup() {
        if (factory != null) {
            factory.close();
        }
    }
}
