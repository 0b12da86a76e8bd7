package dev.jackstaff.edge.upstream.unleash;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests to an Unleash server. Each throws an exception if the server does not answer. */
interface UnleashServer {
    /** The valid tokens among the given ones. */
    List<UnleashToken> validateTokens(Collection<String> secrets) throws IOException;

    /**
     * The features that a token shows.
     *
     * @param etag the entity tag of the known document; null for none
     */
    FeaturesResponse fetchFeatures(UnleashToken token, @Nullable String etag) throws IOException;

    /**
     * Whether the server refuses a token where clients use it.
     *
     * @throws IOException if it does not answer
     */
    boolean refuses(UnleashToken token) throws IOException;

    /** Registers this edge as a client application. */
    void registerEdge(UnleashToken token) throws IOException;
}
