package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.actor.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** How roles and kinds of key are kept in columns: by their labels. */
public final class AccessConverters {
    private AccessConverters() {}

    /** A role by its label. */
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

    /** A kind of key by its label. */
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
