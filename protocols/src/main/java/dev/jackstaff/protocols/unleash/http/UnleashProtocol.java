package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.Routes;
import dev.jackstaff.protocols.http.ServletRoute;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.stream.StreamServlet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unleash's protocol: its client and frontend APIs, and the additional routes of its edges. */
public final class UnleashProtocol implements Protocol {
    @Override
    public String label() {
        return "unleash";
    }

    @Override
    public List<String> pathPrefixes() {
        return List.of("/api/client/", "/api/frontend", "/api/proxy", "/edge/", "/internal-backstage/");
    }

    @Override
    public Routes edgeRoutes() {
        return Routes.of(
                        ClientResource.class,
                        FrontendResource.class,
                        UnleashEdgeResource.class,
                        BackstageResource.class)
                .with(
                        ServletRoute.of(
                                UnleashServlet.class,
                                UnleashServlet.FEATURES,
                                UnleashServlet.FRONTEND,
                                UnleashServlet.PROXY),
                        ServletRoute.async(StreamServlet.class, "/api/client/streaming", "/api/client/streaming/"));
    }

    @Override
    public Optional<Reply> refusal(int status, String reason) {
        return Optional.of(ClientApi.failure(status, reason));
    }

    @Override
    public Map<String, Setting> disablingSettings() {
        return Map.of(
                "/api/frontend/all", ProtocolSetting.WITHOUT_ALL,
                "/api/proxy/all", ProtocolSetting.WITHOUT_ALL,
                "/internal-backstage/features", ProtocolSetting.WITHOUT_FEATURES,
                "/internal-backstage/instancedata", ProtocolSetting.WITHOUT_INSTANCE_DATA,
                "/internal-backstage/metrics", ProtocolSetting.WITHOUT_METRICS,
                "/internal-backstage/metricsbatch", ProtocolSetting.WITHOUT_METRICS_BATCH,
                "/internal-backstage/tokens", ProtocolSetting.WITHOUT_TOKENS);
    }

    @Override
    public List<String> corsRequestHeaders() {
        return List.of(HeaderNames.LAST_EVENT_ID, "Unleash-AppName", "Unleash-Connection-Id", "Unleash-SDK");
    }
}
