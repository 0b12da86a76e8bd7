package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The ids of changes: the database gives each transaction one. */
@ApplicationScoped
class ChangeIds {
    private static final String CURRENT = ChangeIds.class.getName();

    @Inject
    EntityManager entities;

    @Resource
    @SuppressWarnings("NullAway.Init")
    TransactionSynchronizationRegistry transaction;

    /** The id of the change that the current transaction makes. */
    long current() {
        if (transaction.getResource(CURRENT) instanceof Long known) {
            return known;
        }
        long id = NativeColumns.number(entities.createNativeQuery("select current_change_id()")
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult());
        transaction.putResource(CURRENT, id);
        return id;
    }
}
