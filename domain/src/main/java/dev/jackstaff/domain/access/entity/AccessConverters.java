package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.storage.ColumnConverter;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** JPA converters of origins and kinds of keys and sessions, stored as labels. */
public final class AccessConverters {
    private AccessConverters() {}

    /** JPA converter of origins of grants to labels. */
    @Converter
    public static class GrantOriginConverter extends ColumnConverter<GrantOrigin, String>
            implements AttributeConverter<GrantOrigin, String> {
        public GrantOriginConverter() {
            super(GrantOrigin::label, readerOf(GrantOrigin.LABELS));
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
