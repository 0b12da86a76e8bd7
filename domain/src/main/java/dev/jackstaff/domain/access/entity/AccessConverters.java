package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.storage.ColumnConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converters of roles and kinds of keys and sessions, stored as labels. */
public final class AccessConverters {
    private AccessConverters() {}

    /** JPA converter of roles to labels. */
    @Converter
    public static class RoleConverter extends ColumnConverter<Role, String>
            implements AttributeConverter<Role, String> {
        public RoleConverter() {
            super(Role::label, readerOf(Role.LABELS));
        }
    }

    /** JPA converter of kinds of sessions to labels. */
    @Converter
    public static class SessionKindConverter extends ColumnConverter<SessionKind, String>
            implements AttributeConverter<SessionKind, String> {
        public SessionKindConverter() {
            super(SessionKind::label, readerOf(SessionKind.LABELS));
        }
    }

    /** JPA converter of key kinds to labels. */
    @Converter
    public static class ApiKeyKindConverter extends ColumnConverter<ApiKeyKind, String>
            implements AttributeConverter<ApiKeyKind, String> {
        public ApiKeyKindConverter() {
            super(ApiKeyKind::label, readerOf(ApiKeyKind.LABELS));
        }
    }
}
