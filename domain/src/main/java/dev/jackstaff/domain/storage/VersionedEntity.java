package dev.jackstaff.domain.storage;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** The id and the version of a stored entity. The id is made with the entity, the version grows with each write. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class VersionedEntity {
    @Id
    private UUID id;

    @Version
    private long version;

    protected VersionedEntity() {}

    protected VersionedEntity(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }
}
