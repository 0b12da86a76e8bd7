package dev.jackstaff.api.problem;

import dev.jackstaff.protocols.cacheaside.CacheAsideHandler;
import dev.jackstaff.protocols.flexflag.FlexflagHandler;
import dev.jackstaff.protocols.flexflag.FlexflagPathFilter;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.ofrep.OfrepHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The error formats of other protocols, for requests under their routes. */
public final class ProtocolFormats {
    /** By path prefix; for FlexFlag, only its paths that the management API does not have. */
    private static final Map<String, BiFunction<Integer, String, Reply>> FORMATS_BY_PATH = Map.of(
            "/ofrep",
            OfrepHandler::failure,
            "/api/v1/auth/register",
            FlexflagHandler::failure,
            "/api/v1/auth/profile",
            FlexflagHandler::failure,
            "/api/v1/flags",
            FlexflagHandler::failure,
            "/api/v1/environments",
            FlexflagHandler::failure,
            "/api/v1/edge",
            FlexflagHandler::failure,
            "/api/v1/evaluate",
            FlexflagHandler::failure,
            FlexflagPathFilter.PREFIX,
            FlexflagHandler::failure,
            "/flags",
            CacheAsideHandler::failure);

    private ProtocolFormats() {}

    /**
     * A problem in the format of the protocol that the path belongs to; empty if it is the management API's.
     *
     * @param path with a leading slash
     */
    public static Optional<Reply> format(String path, Problem problem) {
        return FORMATS_BY_PATH.entrySet().stream()
                .filter(format -> path.equals(format.getKey()) || path.startsWith(format.getKey() + "/"))
                .findFirst()
                .map(format -> format.getValue().apply(problem.status(), problem.detail()));
    }
}
