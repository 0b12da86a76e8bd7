package dev.jackstaff.api.audit;

import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.audit.AuditFilter;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.function.Function;

/** The parser of the query parameters that say which entries of the audit trail are meant. */
final class AuditFilterParser {
    private AuditFilterParser() {}

    static AuditFilter parse(MultivaluedMap<String, String> parameters) {
        return new AuditFilter(
                text(parameters, "actor"),
                text(parameters, "action"),
                text(parameters, "resource"),
                text(parameters, "key"),
                key(parameters, "flag", FlagKey::new),
                key(parameters, "project", ProjectKey::new),
                key(parameters, "environment", EnvironmentKey::new),
                text(parameters, "group"),
                text(parameters, "text"),
                RequestFields.parseOptional("from", parameters.getFirst("from"), RequestFields::parseInstant),
                RequestFields.parseOptional("to", parameters.getFirst("to"), RequestFields::parseInstant));
    }

    private static String text(MultivaluedMap<String, String> parameters, String name) {
        return QueryParameters.text(name, parameters.getFirst(name));
    }

    private static String key(
            MultivaluedMap<String, String> parameters, String name, Function<String, Object> parsing) {
        Object key = RequestFields.parseOptional(name, parameters.getFirst(name), parsing);
        return key == null ? "" : key.toString();
    }
}
