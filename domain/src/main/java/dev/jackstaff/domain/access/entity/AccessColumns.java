package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.actor.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** How roles and kinds of key are kept in columns: by their labels. */
public final class AccessColumns {
    private AccessColumns() {}

    /** A role by its label. */
    @Converter
    public static class RoleLabel implements AttributeConverter<Role, String> {
        @Override
        public String convertToDatabaseColumn(Role role) {
            return role.label();
        }

        @Override
        public Role convertToEntityAttribute(String label) {
            return Role.named(label).orElseThrow(() -> new IllegalStateException("no role: " + label));
        }
    }

    /** A kind of key by its label. */
    @Converter
    public static class KindLabel implements AttributeConverter<ApiKeyKind, String> {
        @Override
        public String convertToDatabaseColumn(ApiKeyKind kind) {
            return kind.label();
        }

        @Override
        public ApiKeyKind convertToEntityAttribute(String label) {
            return ApiKeyKind.named(label).orElseThrow(() -> new IllegalStateException("no kind of key: " + label));
        }
    }
}
