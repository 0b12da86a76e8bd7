package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.SdkName;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** The JAX-RS resource of the usage that clients report, in both versions. */
@Path("/api/{version: v1|v2}/analytics/flags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FlagsmithAnalyticsResource {
    private static final String APPLICATION = "Flagsmith-Application-Name";

    @Inject
    FlagsmithAnalytics analytics;

    @POST
    public Response count(@PathParam("version") String version, @Context HttpHeaders headers, InputStream body) {
        String key = PresentedKey.in(headers::getHeaderString);
        String application = headers.getHeaderString(APPLICATION);
        FlagsmithAnalytics.Client client = new FlagsmithAnalytics.Client(
                application == null ? "" : application, SdkName.in(headers::getHeaderString));
        Function<Supplier<byte[]>, Reply> counting = version.equals("v1")
                ? report -> analytics.count(key, client, report)
                : report -> analytics.countEvaluations(key, client, report);
        return FlagsmithRequestBody.answer(body, counting).toResponse();
    }
}
