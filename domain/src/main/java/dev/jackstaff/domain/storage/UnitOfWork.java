package dev.jackstaff.domain.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

/** The unit of work: it flushes pending changes, so that failures surface inside the use case. */
@ApplicationScoped
public class UnitOfWork {
    @Inject
    EntityManager entities;

    /**
     * Flushes all pending changes.
     *
     * @throws dev.jackstaff.domain.DomainException if a version or a constraint conflicts with them
     */
    public void flush() {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            throw PersistenceExceptionTranslator.translate(failure);
        }
    }
}
