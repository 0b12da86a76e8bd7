package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import dev.jackstaff.protocols.http.ServletRoute;
import dev.jackstaff.protocols.stream.StreamServlet;
import java.util.List;
import java.util.Optional;

/** Flagsmith's protocol: the API of its SDKs, its streams, and the additional routes of its Edge Proxy. */
public final class FlagsmithProtocol implements Protocol {
    @Override
    public String label() {
        return "flagsmith";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of(
                "/api/v1/flags",
                "/api/v1/identities",
                "/api/v1/environment-document",
                "/api/v1/analytics/",
                "/api/v2/analytics/",
                "/sse/",
                "/proxy/");
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(
                        FlagsmithFlagsResource.class,
                        FlagsmithIdentitiesResource.class,
                        EnvironmentDocumentResource.class,
                        FlagsmithAnalyticsResource.class,
                        ProxyHealthResource.class)
                .with(ServletRoute.async(StreamServlet.class, "/sse/environments/*"));
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(FlagsmithRefusals.failure(status, reason));
    }

    @Override
    public List<String> corsRequestHeaders() {
        return List.of(
                "Flagsmith-Application-Name",
                "Flagsmith-Application-Version",
                "Flagsmith-SDK-User-Agent",
                HeaderNames.LAST_EVENT_ID);
    }

    @Override
    public List<String> corsResponseHeaders() {
        return List.of("X-Flagsmith-Document-Updated-At");
    }

    @Override
    public List<String> keyHeaders() {
        return List.of(HeaderNames.ENVIRONMENT_KEY);
    }
}
