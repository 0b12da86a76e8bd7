package dev.jackstaff.domain.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

/** Writes what a use case changed to the database while the use case can still say what went wrong. */
@ApplicationScoped
public class UnitOfWork {
    @Inject
    EntityManager entities;

    /**
     * Writes all pending changes.
     *
     * @throws dev.jackstaff.domain.DomainException where a version or a constraint stands against them
     */
    public void flush() {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            throw PersistenceExceptionTranslator.translate(failure);
        }
    }
}
