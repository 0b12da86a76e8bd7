package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of Flagsmith's streams, {@code /sse/environments/<key>/stream}. Clients send no header, so the key is in
 * the path: one that opens the environment, or the {@code api_key} of its document, which SDKs with local evaluation
 * use. The latter is no secret; it opens nothing but the notice that something has changed.
 */
@ApplicationScoped
public class FlagsmithStreamEndpoint implements StreamEndpoint {
    private static final Pattern ALL = Pattern.compile("/+sse/+environments(/.*)?");
    private static final Pattern ONE = Pattern.compile("/+sse/+environments/+([^/]+)/+stream/*");

    private final LiveEnvironments environments;
    private final FlagsmithKeyAccess keys;

    @Inject
    public FlagsmithStreamEndpoint(LiveEnvironments environments) {
        this.environments = environments;
        this.keys = new FlagsmithKeyAccess(environments);
    }

    /** For the CDI proxy only. */
    protected FlagsmithStreamEndpoint() {
        this(new LiveEnvironments());
    }

    @Override
    public Optional<OpenResult> open(Request request) {
        if (!ALL.matcher(request.path()).matches()) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(request.path());
        return Optional.of(
                one.matches()
                        ? openStream(one.group(1), request.header().apply(HeaderNames.LAST_EVENT_ID))
                        : new OpenResult.Rejected(FlagsmithRefusals.notFound()));
    }

    private OpenResult openStream(String key, @Nullable String lastEventId) {
        Access access = keys.access(key);
        ServedEnvironment listed = access instanceof Access.Granted ? null : environmentWithId(key);
        return listed != null
                ? listening(key, listed, lastEventId)
                : access.match(
                        granted -> listening(key, granted.environment(), lastEventId),
                        OpenResult.Rejected.cases(new FlagsmithRefusals.ForKey(key)));
    }

    private OpenResult listening(String key, ServedEnvironment followed, @Nullable String lastEventId) {
        String environment = followed.snapshot().key();
        return new OpenResult.Accepted(
                new FlagsmithUpdateStream(environment, lastEventId, () -> stillOpens(key, environment)));
    }

    private @Nullable ServedEnvironment environmentWithId(String key) {
        return environments.environments().values().stream()
                .filter(served -> served.snapshot().environmentId().equals(key))
                .findFirst()
                .orElse(null);
    }

    private boolean stillOpens(String key, String environment) {
        ServedEnvironment followed =
                keys.access(key) instanceof Access.Granted granted ? granted.environment() : environmentWithId(key);
        return followed != null && followed.snapshot().key().equals(environment);
    }
}
