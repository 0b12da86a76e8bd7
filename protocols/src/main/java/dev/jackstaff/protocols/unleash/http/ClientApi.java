package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.Environments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.usage.Usage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SDKs ask that evaluate by themselves, whatever carries it. For server keys only: documents hold rules. */
@Dependent
public class ClientApi {
    private static final String VERSION = Optional.ofNullable(
                    ClientApi.class.getPackage().getImplementationVersion())
            .orElse("development");

    private final Gate gate;
    private final Usage usage;

    @Inject
    public ClientApi(Environments environments, Usage usage) {
        this.gate = new Gate(environments, Credential.Kind.SERVER);
        this.usage = usage;
    }

    /**
     * The environment as a features document.
     *
     * @param prefix only features whose names begin so; null for all
     */
    Reply features(@Nullable String key, @Nullable String prefix, Wanted wanted) {
        return gate.enter(key, granted -> FeaturesView.of(granted.environment())
                .features(prefix)
                .answer(wanted));
    }

    /** One feature of the document. */
    Reply feature(@Nullable String key, String name, Wanted wanted) {
        return gate.enter(key, granted -> FeaturesView.of(granted.environment())
                .feature(name)
                .map(feature -> feature.answer(wanted))
                .orElseGet(() -> Gate.noSuchFeature(name)));
    }

    /** An SDK says that it is there; nothing is kept of it. */
    Reply register(@Nullable String key) {
        return gate.enter(key, granted -> Reply.empty(Reply.ACCEPTED)).with("X-Edge-Version", VERSION);
    }

    /** An SDK's counts. */
    Reply metrics(@Nullable String key, byte[] body) {
        return gate.enter(key, granted -> counted(granted, body, usage));
    }

    /** The counts that another edge gathered; those of other environments are dropped. */
    Reply bulkMetrics(@Nullable String key, byte[] body) {
        return gate.enter(key, granted -> {
            try {
                String own = granted.environment().snapshot().environment();
                UsageReader.ofEdge(body).stream()
                        .filter(report -> report.environment() == null || own.equals(report.environment()))
                        .forEach(report -> report.countIn(usage, granted));
                return Reply.empty(Reply.ACCEPTED);
            } catch (DocumentException malformed) {
                return Gate.badRequest(malformed.getMessage());
            }
        });
    }

    /** What another edge tells of itself; nothing is kept of it. */
    Reply edgeMetrics(@Nullable String key) {
        return gate.enter(key, granted -> Reply.empty(Reply.ACCEPTED));
    }

    static Reply counted(Access.Granted granted, byte[] body, Usage usage) {
        try {
            List<UsageReport> reports = body.length == 0 ? List.of() : UsageReader.ofClient(body);
            reports.forEach(report -> report.countIn(usage, granted));
            return Reply.empty(Reply.ACCEPTED);
        } catch (DocumentException malformed) {
            return Gate.badRequest(malformed.getMessage());
        }
    }
}
