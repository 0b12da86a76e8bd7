package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.actor.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converters of roles and key kinds, stored as labels. */
public final class AccessConverters {
    private AccessConverters() {}

    /** JPA converter of roles to labels. */
    @Converter
    public static class RoleConverter implements AttributeConverter<Role, String> {
        @Override
        public String convertToDatabaseColumn(Role role) {
            return role.label();
        }

        @Override
        public Role convertToEntityAttribute(String label) {
            return Role.fromLabel(label).orElseThrow(() -> new IllegalStateException("no role: " + label));
        }
    }

    /** JPA converter of key kinds to labels. */
    @Converter
    public static class ApiKeyKindConverter implements AttributeConverter<ApiKeyKind, String> {
        @Override
        public String convertToDatabaseColumn(ApiKeyKind kind) {
            return kind.label();
        }

        @Override
        public ApiKeyKind convertToEntityAttribute(String label) {
            return ApiKeyKind.fromLabel(label).orElseThrow(() -> new IllegalStateException("no kind of key: " + label));
        }
    }
}
