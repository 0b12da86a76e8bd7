package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.StreamEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Flagsmith's clients listen: {@code /sse/environments/<key>/stream}. They send no header, so the key is in the path: one
 * that opens the environment, or the {@code api_key} of its document, which SDKs that evaluate by themselves take from there.
 * The latter is no secret, and all it opens is the news that something has changed.
 */
@ApplicationScoped
public class FlagsmithStreams implements StreamEndpoint {
    private static final Pattern ALL = Pattern.compile("/+sse/+environments(/.*)?");
    private static final Pattern ONE = Pattern.compile("/+sse/+environments/+([^/]+)/+stream/*");

    private final LiveEnvironments environments;
    private final FlagsmithKeys keys;

    @Inject
    public FlagsmithStreams(LiveEnvironments environments) {
        this.environments = environments;
        this.keys = new FlagsmithKeys(environments);
    }

    /** For the container's proxy only. */
    protected FlagsmithStreams() {
        this(new LiveEnvironments());
    }

    @Override
    public Optional<Opened> open(Request request) {
        if (!ALL.matcher(request.path()).matches()) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(request.path());
        return Optional.of(
                one.matches()
                        ? opened(one.group(1), request.header().apply("Last-Event-ID"))
                        : new Opened.Answered(Failure.notFound()));
    }

    private Opened opened(String key, @Nullable String latest) {
        Access access = keys.access(key);
        ServedEnvironment followed = followed(key, access);
        if (followed == null) {
            return new Opened.Answered(Failure.of(access, key));
        }
        String environment = followed.snapshot().key();
        return new Opened.Listening(new UpdateStream(environment, latest, () -> stillOpens(key, environment)));
    }

    private @Nullable ServedEnvironment followed(String key, Access access) {
        if (access instanceof Access.Granted granted) {
            return granted.environment();
        }
        return environments.environments().values().stream()
                .filter(served -> served.snapshot().environmentId().equals(key))
                .findFirst()
                .orElse(null);
    }

    private boolean stillOpens(String key, String environment) {
        ServedEnvironment followed = followed(key, keys.access(key));
        return followed != null && followed.snapshot().key().equals(environment);
    }
}
